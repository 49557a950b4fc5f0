package dev.darkroom.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;

/** Percent-encoding in paths, where a plus sign is a plus sign. */
final class PercentEncoding {
  private PercentEncoding() {}

  static String decode(String path) {
    return URLDecoder.decode(path.replace("+", "%2B"), UTF_8);
  }
}
