package dev.darkroom.local.mail;

import java.time.Instant;

/**
 * One received mail, decoded.
 *
 * @param from the sender in the mail's header, with the display name where there is one
 * @param to the recipient's address on the envelope, in lower case
 * @param subject the subject, empty when the mail has none
 * @param body the plain text with {@code \n} line ends; the HTML source of a mail that has no plain
 *     text
 * @param receivedAt when the mail arrived
 */
public record Email(String from, String to, String subject, String body, Instant receivedAt) {}
