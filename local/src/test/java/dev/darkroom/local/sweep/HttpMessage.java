package dev.darkroom.local.sweep;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request or an answer as it goes over the wire.
 *
 * @param start the first line
 * @param headers each as {@code name: value}, in their order
 * @param body without its framing
 */
record HttpMessage(String start, List<String> headers, byte[] body) {

  /**
   * Reads a request, or an answer that has a body unless its status says otherwise.
   *
   * @return empty when the connection was closed before
   */
  static Optional<HttpMessage> read(InputStream in, boolean answersHead) throws IOException {
    String start = line(in);
    if (start == null) {
      return Optional.empty();
    }
    List<String> headers = new ArrayList<>();
    for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      headers.add(line);
    }
    HttpMessage head = new HttpMessage(start, headers, new byte[0]);
    boolean bodiless = answersHead || start.matches("HTTP/\\S+ (1\\d\\d|204|304).*");
    return Optional.of(bodiless ? head : new HttpMessage(start, headers, head.body(in)));
  }

  Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(header -> header.substring(name.length() + 1).strip())
        .findFirst();
  }

  HttpMessage without(String name) {
    List<String> others =
        headers.stream()
            .filter(header -> !header.regionMatches(true, 0, name + ":", 0, name.length() + 1))
            .toList();
    return new HttpMessage(start, others, body);
  }

  HttpMessage with(String name, String value) {
    List<String> all = new ArrayList<>(without(name).headers);
    all.add(name + ": " + value);
    return new HttpMessage(start, all, body);
  }

  HttpMessage startingWith(String other) {
    return new HttpMessage(other, headers, body);
  }

  /** The same with another body, whose length it tells. */
  HttpMessage withBody(byte[] other) {
    return new HttpMessage(start, without("content-length").headers, other)
        .without("transfer-encoding")
        .with("Content-Length", Integer.toString(other.length));
  }

  String method() {
    return start.substring(0, start.indexOf(' '));
  }

  /** What is asked for: the first line's second word. */
  String target() {
    return start.split(" ", 3)[1];
  }

  int status() {
    return Integer.parseInt(target());
  }

  /** As it goes over the wire; the body in one piece. */
  byte[] bytes() {
    byte[] head = (start + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n").getBytes(ISO_8859_1);
    ByteArrayOutputStream all = new ByteArrayOutputStream(head.length + body.length);
    all.writeBytes(head);
    all.writeBytes(body);
    return all.toByteArray();
  }

  private byte[] body(InputStream in) throws IOException {
    if (header("transfer-encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
      return chunks(in);
    }
    Optional<String> length = header("content-length");
    if (length.isPresent()) {
      return exactly(in, Integer.parseInt(length.get()));
    }
    return start.startsWith("HTTP/") ? in.readAllBytes() : new byte[0];
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (true) {
      int size = Integer.parseInt(line(in).split(";")[0].strip(), 16);
      all.writeBytes(exactly(in, size));
      if (size == 0) {
        skipTrailers(in);
        return all.toByteArray();
      }
      line(in);
    }
  }

  private static void skipTrailers(InputStream in) throws IOException {
    String trailer = line(in);
    while (trailer != null && !trailer.isEmpty()) {
      trailer = line(in);
    }
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("A body of " + length + " bytes ends after " + bytes.length + ".");
    }
    return bytes;
  }

  /** The next line; null at the end of the stream. */
  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return null;
      }
      line.write(next);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }
}
