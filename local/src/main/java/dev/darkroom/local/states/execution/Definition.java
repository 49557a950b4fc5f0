package dev.darkroom.local.states.execution;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.local.states.asl.Machine;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * What a state machine is made from. An execution keeps the one with which it was started.
 *
 * @param text in the Amazon States Language
 * @param machine what the text says
 * @param roleArn the role under which the machine runs
 * @param updated since when the state machine is made from it
 */
public record Definition(String text, Machine machine, String roleArn, Instant updated) {
  /**
   * The revision's identifier: the same for the same text and role. AWS gives none before the first
   * update; here a state machine may be created anew from another text, so there always is one.
   */
  public String revisionId() {
    return UUID.nameUUIDFromBytes((roleArn + '\n' + text).getBytes(UTF_8)).toString();
  }

  /** A name for the text: its SHA-256 in 64 hexadecimal digits. */
  public String textId() {
    return textId(text);
  }

  /** The name of any text. */
  public static String textId(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
