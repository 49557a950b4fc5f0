package dev.darkroom.api.images;

import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.NotFound;
import dev.darkroom.api.http.Query;
import java.util.Optional;

/** Whose images or labels a list is of. */
final class Owners {
  static final String OWNER = "owner";

  private Owners() {}

  /**
   * The owner that a request names.
   *
   * @throws NotFound when the caller is neither that owner nor an administrator
   */
  static Optional<String> named(Caller caller, Query query) {
    Optional<String> owner = query.text(OWNER);
    if (owner.filter(whose -> !caller.is(whose) && !caller.isAdmin()).isPresent()) {
      throw NotFound.image();
    }
    return owner;
  }
}
