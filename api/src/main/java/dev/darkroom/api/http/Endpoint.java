package dev.darkroom.api.http;

/** Answers the requests of one route. */
public interface Endpoint {
  Reply answer(Caller caller, Request request);

  /** Answers one route without asking who calls; the template gives it no authorizer. */
  @FunctionalInterface
  interface Open extends Endpoint {
    Reply answer(Request request);

    @Override
    default Reply answer(Caller caller, Request request) {
      return answer(request);
    }
  }
}
