package dev.darkroom.core;

/**
 * The uploaded object.
 *
 * @param key its key in the uploads bucket
 * @param eTag the entity tag of the very bytes that are processed, without quotes; null until the
 *     object has arrived
 */
public record Original(String key, String eTag) {}
