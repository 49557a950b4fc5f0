package dev.darkroom.local.sweep;

/**
 * What a subscriber got.
 *
 * @param notificationId by which repeats can be dropped
 */
record Message(String jobId, String owner, String status, String notificationId, String text) {}
