package dev.darkroom.client.http;

import java.net.URI;
import java.util.Set;

/** An address that a token may be sent to: over TLS, or on this machine. */
public final class WebAddress {
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  private WebAddress() {}

  /**
   * Reads an address, without a slash at its end.
   *
   * @throws IllegalArgumentException when it is none, or would send tokens in the clear
   */
  public static URI of(String text) {
    URI uri;
    try {
      uri = URI.create(text.replaceFirst("/+$", ""));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + text + "' is no URL.", e);
    }
    boolean local = "http".equals(uri.getScheme()) && THIS_MACHINE.contains("" + uri.getHost());
    if (uri.getHost() == null || !(local || "https".equals(uri.getScheme()))) {
      throw new IllegalArgumentException(
          "'" + text + "' is no https:// URL, nor an http:// URL of this machine.");
    }
    return uri;
  }
}
