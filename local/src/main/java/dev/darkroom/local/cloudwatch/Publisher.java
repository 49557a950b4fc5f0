package dev.darkroom.local.cloudwatch;

/** Publishes to a topic; called on one thread. */
@FunctionalInterface
public interface Publisher {
  /**
   * Publishes a message.
   *
   * @param text for programs
   * @param mail for persons, by e-mail
   */
  void publish(String topicArn, String subject, String text, String mail);
}
