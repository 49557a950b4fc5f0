package dev.darkroom.api;

/** The verified token names no user. */
final class Unauthenticated extends RuntimeException {
  Unauthenticated() {
    super("Send the access token of a signed-in user as Authorization: Bearer.");
  }
}
