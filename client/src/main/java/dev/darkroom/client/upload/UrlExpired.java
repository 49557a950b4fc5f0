package dev.darkroom.client.upload;

import java.io.IOException;

/** An upload URL has ended before the file was sent. */
final class UrlExpired extends IOException {
  private static final long serialVersionUID = 1;

  UrlExpired() {
    super("The upload's URL expired, again and again: is the clock of this machine right?");
  }
}
