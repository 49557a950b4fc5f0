package dev.darkroom.steps;

/**
 * The largest upload to accept.
 *
 * @param maxBytes size of the file
 * @param maxPixels width times height of the picture
 */
public record Limits(long maxBytes, long maxPixels) {}
