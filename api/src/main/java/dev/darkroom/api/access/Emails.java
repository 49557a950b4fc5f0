package dev.darkroom.api.access;

import dev.darkroom.api.http.Caller;
import java.util.Optional;

/** Tells a caller's e-mail address; an access token does not hold it. */
@FunctionalInterface
public interface Emails {
  /** The caller's address as the issuer verified it, in lower case; empty when there is none. */
  Optional<String> verified(Caller caller);
}
