package dev.darkroom.local.sns;

/** A subscription attribute that SNS does not take; the message names the attribute. */
final class InvalidAttribute extends Exception {
  InvalidAttribute(String message) {
    super(message);
  }
}
