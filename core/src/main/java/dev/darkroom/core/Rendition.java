package dev.darkroom.core;

/**
 * A picture made from an original, and where it is kept.
 *
 * @param name {@code large}, {@code medium}, {@code small}, or as the template's parameter says
 * @param width pixels
 * @param height pixels
 * @param bytes size of the object
 * @param contentType {@code image/jpeg} or {@code image/png}
 * @param key the object's key in the renditions bucket
 */
public record Rendition(
    String name, int width, int height, long bytes, String contentType, String key) {}
