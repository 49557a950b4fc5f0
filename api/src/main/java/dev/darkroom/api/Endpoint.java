package dev.darkroom.api;

/** Answers the requests of one route. */
interface Endpoint {
  Reply answer(Caller caller, Request request);
}
