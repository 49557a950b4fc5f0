package dev.darkroom.imaging;

/**
 * A derived picture, encoded.
 *
 * @param name the name of its {@link RenditionSpec}
 * @param width in pixels
 * @param height in pixels
 * @param contentType the media type of {@code bytes}: {@code image/jpeg} or {@code image/png}
 * @param bytes the file, without any metadata of the original; not to be changed
 */
public record Rendition(String name, int width, int height, String contentType, byte[] bytes) {}
