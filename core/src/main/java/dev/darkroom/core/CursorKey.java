package dev.darkroom.core;

/** The key that seals places in lists; all instances of the API's functions share it. */
@FunctionalInterface
public interface CursorKey {
  /** 32 random bytes, the same at each call. */
  byte[] bytes();
}
