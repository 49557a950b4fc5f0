package dev.darkroom.api;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who calls, as the verified token says.
 *
 * @param sub the user's id, the owner of what the user uploads
 * @param groups the user's groups
 */
record Caller(String sub, Set<String> groups) {
  private static final String ADMIN = "admin";
  private static final String UPLOADER = "uploader";

  /** An owner is a part of object keys and of the table's keys: it must not hold '/' or '#'. */
  private static final Pattern SUB = Pattern.compile("[A-Za-z0-9][\\w.:|@+=-]{0,127}");

  /**
   * @throws Unauthenticated when the claims name no user
   */
  static Caller of(Map<String, String> claims) {
    String sub = claims.get("sub");
    if (sub == null || !SUB.matcher(sub).matches()) {
      throw new Unauthenticated();
    }
    return new Caller(sub, groups(claims.get("cognito:groups")));
  }

  boolean isAdmin() {
    return groups.contains(ADMIN);
  }

  boolean mayUpload() {
    return isAdmin() || groups.contains(UPLOADER);
  }

  /**
   * API Gateway's JWT authorizer writes a claim that is a list as {@code [admin uploader]}. A user
   * without groups has no such claim. Names of Cognito groups hold no spaces.
   */
  private static Set<String> groups(String claim) {
    if (claim == null || !claim.startsWith("[") || !claim.endsWith("]")) {
      return Set.of();
    }
    return Arrays.stream(claim.substring(1, claim.length() - 1).split(" "))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
