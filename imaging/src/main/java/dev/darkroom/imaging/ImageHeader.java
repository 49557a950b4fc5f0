package dev.darkroom.imaging;

/**
 * What a picture file says of itself before its pixels.
 *
 * @param format told from the content
 * @param width of the stored picture, before it is turned upright, in pixels, 1 or more
 * @param height of the stored picture, before it is turned upright, in pixels, 1 or more
 */
public record ImageHeader(ImageFormat format, int width, int height) {}
