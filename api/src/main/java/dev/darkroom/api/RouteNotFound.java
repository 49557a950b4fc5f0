package dev.darkroom.api;

/** No endpoint has the path. */
final class RouteNotFound extends RuntimeException {
  RouteNotFound() {
    super("There is nothing at this path. openapi.yaml lists the paths there are.");
  }
}
