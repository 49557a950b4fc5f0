package dev.darkroom.client.signin;

import java.io.IOException;

/** Nobody is signed in: the issuer, the user or the time said no. */
public final class SignInRefused extends IOException {
  private static final long serialVersionUID = 1;

  SignInRefused(String message) {
    super(message);
  }
}
