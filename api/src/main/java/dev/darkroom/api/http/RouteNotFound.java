package dev.darkroom.api.http;

/** No endpoint has the path. */
final class RouteNotFound extends Refusal {
  RouteNotFound() {
    super(
        404,
        "not-found",
        "Not found",
        "There is nothing at this path. openapi.yaml lists the paths there are.");
  }
}
