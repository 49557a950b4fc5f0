package dev.darkroom.local.identity;

/** The pool did not sign the user in: wrong password, unknown user, client or redirect URI. */
public final class SignInRefused extends RuntimeException {
  SignInRefused(String message) {
    super(message);
  }
}
