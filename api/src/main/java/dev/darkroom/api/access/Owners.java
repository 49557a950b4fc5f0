package dev.darkroom.api.access;

import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.NotFound;
import dev.darkroom.api.http.Query;
import java.util.Optional;

/** Whose things a list is of: the caller's own, or for administrators those of another user. */
public final class Owners {
  /** The name of the parameter. */
  public static final String OWNER = "owner";

  private Owners() {}

  /**
   * The owner that a request names.
   *
   * @throws NotFound when the caller is neither that owner nor an administrator, or no user can
   *     have that id
   */
  public static Optional<String> named(Caller caller, Query query) {
    Optional<String> owner = query.text(OWNER);
    owner.ifPresent(
        sub -> {
          if (!caller.is(sub) && !(caller.isAdmin() && Caller.isSub(sub))) {
            throw new NotFound("list", "Leave " + OWNER + " out to list what is yours");
          }
        });
    return owner;
  }
}
