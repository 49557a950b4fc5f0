package dev.darkroom.local.sns;

/**
 * A standard topic.
 *
 * @param arn its ARN
 * @param displayName the sender's name on its mails, or empty
 */
record Topic(String arn, String displayName) {}
