package dev.darkroom.api.http;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who calls, as the verified access token says.
 *
 * @param sub the user's id, the owner of what the user uploads
 * @param groups the user's groups
 * @param token the token itself, for asking the issuer about the user; never logged
 */
public record Caller(String sub, Set<String> groups, String token) {
  private static final String ADMIN = "admin";
  private static final String UPLOADER = "uploader";
  private static final String VIEWER = "viewer";

  /** An owner is a part of object keys and of the table's keys: it must not hold '/' or '#'. */
  private static final Pattern SUB = Pattern.compile("[A-Za-z0-9][\\w.:|@+=-]{0,127}");

  /**
   * @throws Unauthenticated when the claims are not those of a user's access token
   */
  static Caller of(Request request) {
    Map<String, String> claims = request.claims();
    String sub = claims.get("sub");
    if (sub == null || !isSub(sub)) {
      throw new Unauthenticated(
          "Send the access token of a signed-in user as Authorization: Bearer.");
    }
    // API Gateway takes an ID token whose audience fits; it says who somebody is, not what for.
    if (!"access".equals(claims.get("token_use"))) {
      throw new Unauthenticated("This is an ID token. Send the access token that came with it.");
    }
    String authorization = request.header("authorization").orElse("");
    return new Caller(
        sub,
        groups(claims.get("cognito:groups")),
        authorization.replaceFirst("(?i)^bearer\\s+", ""));
  }

  /** Whether a text may be the id of a user. */
  public static boolean isSub(String text) {
    return SUB.matcher(text).matches();
  }

  public boolean isAdmin() {
    return groups.contains(ADMIN);
  }

  public boolean mayUpload() {
    return isAdmin() || groups.contains(UPLOADER);
  }

  /** Whether albums can be shared with this user at all. */
  public boolean mayView() {
    return mayUpload() || groups.contains(VIEWER);
  }

  public boolean is(String owner) {
    return sub.equals(owner);
  }

  /**
   * Lets uploaders pass.
   *
   * @throws NotAnUploader when the caller is in no group that may upload
   */
  public void requireUploader() {
    if (!mayUpload()) {
      throw new NotAnUploader();
    }
  }

  @Override
  public String toString() {
    return sub + groups;
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
