package dev.darkroom.api.account;

import dev.darkroom.api.http.Refusal;

/** Somebody without a verified address wants mail. */
final class NoVerifiedEmail extends Refusal {
  NoVerifiedEmail() {
    super(
        409,
        "no-verified-email",
        "There is no address to write to",
        "Your account has no verified e-mail address, or your token does not tell it. Verify it, or"
            + " sign in with the scopes openid and email, then try again.");
  }
}
