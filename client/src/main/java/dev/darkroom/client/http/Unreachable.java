package dev.darkroom.client.http;

import java.io.IOException;
import java.net.URI;

/** A server did not answer, however often it was tried. */
public final class Unreachable extends IOException {
  private static final long serialVersionUID = 1;

  Unreachable(URI uri, IOException cause) {
    super("%s://%s does not answer: %s".formatted(uri.getScheme(), uri.getAuthority(), cause));
    initCause(cause);
  }
}
