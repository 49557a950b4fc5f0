package dev.darkroom.local.sns;

/**
 * A message that is due to a subscription.
 *
 * @param number its number in the outbox
 */
record KeptNotification(long number, String subscriptionArn, Message message) {}
