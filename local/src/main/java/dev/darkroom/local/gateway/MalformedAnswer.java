package dev.darkroom.local.gateway;

/** A function's answer that cannot be sent to a client. */
final class MalformedAnswer extends Exception {
  MalformedAnswer(String message) {
    super(message);
  }
}
