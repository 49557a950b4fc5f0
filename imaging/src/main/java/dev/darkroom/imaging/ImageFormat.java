package dev.darkroom.imaging;

/** A format that can be uploaded. Of several frames or pages the first is the picture. */
public enum ImageFormat {
  JPEG("image/jpeg"),
  PNG("image/png"),
  GIF("image/gif"),
  BMP("image/bmp"),
  TIFF("image/tiff"),
  WEBP("image/webp");

  private final String contentType;

  ImageFormat(String contentType) {
    this.contentType = contentType;
  }

  /** The media type as registered with IANA, such as {@code image/jpeg}. */
  public String contentType() {
    return contentType;
  }
}
