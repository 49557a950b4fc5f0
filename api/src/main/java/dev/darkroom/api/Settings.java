package dev.darkroom.api;

import dev.darkroom.core.Environment;
import java.time.Duration;
import java.util.Map;

/**
 * What the function is told by its environment.
 *
 * @param table {@code TABLE}: the table that keeps the jobs
 * @param uploadsBucket {@code UPLOADS_BUCKET}
 * @param issuer {@code ISSUER}: where clients sign in
 * @param clientId {@code CLIENT_ID}: the app client that they sign in with
 * @param stateMachine {@code STATE_MACHINE_ARN}: what processes uploads
 * @param uploadUrlLife {@code UPLOAD_URL_MINUTES}: 15 unless told, up to the week that SigV4 allows
 */
record Settings(
    String table,
    String uploadsBucket,
    String issuer,
    String clientId,
    String stateMachine,
    Duration uploadUrlLife) {
  private static final long MINUTES_A_WEEK = Duration.ofDays(7).toMinutes();

  /**
   * @throws IllegalArgumentException naming the variable that is missing or out of range
   */
  static Settings from(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    return new Settings(
        environment.text("TABLE"),
        environment.text("UPLOADS_BUCKET"),
        environment.text("ISSUER"),
        environment.text("CLIENT_ID"),
        environment.text("STATE_MACHINE_ARN"),
        Duration.ofMinutes(environment.number("UPLOAD_URL_MINUTES", MINUTES_A_WEEK, 15)));
  }
}
