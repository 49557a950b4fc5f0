package dev.darkroom.local.identity;

import java.util.List;

/**
 * A person whom a user pool knows.
 *
 * @param sub the subject: what owns the user's jobs; it never changes
 * @param userName the name typed at sign-in
 * @param email the address
 * @param emailVerified whether the address was found to be the person's
 * @param groups the groups, as {@code admin}; empty for none
 */
public record User(
    String sub, String userName, String email, boolean emailVerified, List<String> groups) {
  public User {
    if (sub.isBlank() || userName.isBlank()) {
      throw new IllegalArgumentException("A user needs a sub and a user name.");
    }
    groups = List.copyOf(groups);
  }

  /** A person whose address is verified. */
  public User(String sub, String userName, String email, List<String> groups) {
    this(sub, userName, email, true, groups);
  }
}
