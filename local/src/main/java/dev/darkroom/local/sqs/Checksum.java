package dev.darkroom.local.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The MD5 sums that SQS answers with, and that SDKs compare with what they sent.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html">Calculating
 *     the MD5 message digest for message attributes</a>
 */
final class Checksum {
  private static final byte STRING = 1;
  private static final byte BINARY = 2;

  private Checksum() {}

  static String of(String body) {
    return md5(body.getBytes(UTF_8));
  }

  static String of(Map<String, MessageAttribute> attributes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new TreeMap<>(attributes)
        .forEach(
            (name, attribute) -> {
              append(bytes, name.getBytes(UTF_8));
              append(bytes, attribute.dataType().getBytes(UTF_8));
              bytes.write(attribute.binary() ? BINARY : STRING);
              append(
                  bytes,
                  attribute.binary()
                      ? attribute.binaryValue()
                      : attribute.stringValue().getBytes(UTF_8));
            });
    return md5(bytes.toByteArray());
  }

  private static void append(ByteArrayOutputStream to, byte[] value) {
    to.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
    to.writeBytes(value);
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JVM has MD5.", e);
    }
  }
}
