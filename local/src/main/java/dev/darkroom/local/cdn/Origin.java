package dev.darkroom.local.cdn;

import java.net.URI;

/** Where a distribution fetches from. */
@FunctionalInterface
public interface Origin {
  /** The URL by which the distribution itself may fetch an object, with a plain GET. */
  URI signed(String key);
}
