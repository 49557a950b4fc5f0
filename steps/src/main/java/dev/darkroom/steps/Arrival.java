package dev.darkroom.steps;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * An object on its way from S3. A connection that breaks off can end a body early without a word,
 * so what arrived is compared with what S3 said of it: its length, and its MD5 where the entity tag
 * is one. That is so of objects that were put at once, and are not encrypted or with SSE-S3.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html">Object: ETag</a>
 */
final class Arrival extends FilterInputStream {
  private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");

  private final GetObjectResponse response;
  private final Optional<String> md5;
  private final MessageDigest digest;
  private long arrived;

  /**
   * Takes a body before anything of it is read.
   *
   * @param eTag the object's entity tag, without quotes
   */
  Arrival(InputStream body, GetObjectResponse response, String eTag) {
    this(body, response, eTag, newDigest());
  }

  private Arrival(InputStream body, GetObjectResponse response, String eTag, MessageDigest digest) {
    super(new DigestInputStream(body, digest));
    this.response = response;
    this.digest = digest;
    this.md5 = Optional.of(eTag).filter(tag -> isPlain(response) && MD5.matcher(tag).matches());
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    arrived += next < 0 ? 0 : 1;
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    arrived += Math.max(count, 0);
    return count;
  }

  /** What is skipped is read, as it has to be digested. */
  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(count, 1 << 16)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /**
   * Reads what is left, and compares.
   *
   * @throws IOException when these are not the bytes that S3 keeps
   */
  void requireWhole() throws IOException {
    transferTo(OutputStream.nullOutputStream());
    Long announced = response.contentLength();
    if (announced != null && announced != arrived) {
      throw new IOException("%d of %d bytes arrived.".formatted(arrived, announced));
    }
    String actual = HexFormat.of().formatHex(digest.digest());
    if (md5.isPresent() && !md5.get().equals(actual)) {
      throw new IOException("The bytes that arrived are not those that were kept.");
    }
  }

  private static boolean isPlain(GetObjectResponse response) {
    ServerSideEncryption encryption = response.serverSideEncryption();
    return response.sseCustomerAlgorithm() == null
        && (encryption == null || encryption == ServerSideEncryption.AES256);
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("MD5"); // Against accidents, not against people.
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5.", e);
    }
  }
}
