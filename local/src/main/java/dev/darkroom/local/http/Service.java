package dev.darkroom.local.http;

/** Answers HTTP requests; called on many threads at once. */
@FunctionalInterface
public interface Service {
  /** Answers one request. What it throws becomes a 500. */
  Reply handle(Request request) throws Exception;
}
