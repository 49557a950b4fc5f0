package dev.darkroom.imaging;

/** A format that can be uploaded. Of an animated GIF the first frame is the picture. */
public enum ImageFormat {
  JPEG("image/jpeg"),
  PNG("image/png"),
  GIF("image/gif"),
  BMP("image/bmp");

  private final String contentType;

  ImageFormat(String contentType) {
    this.contentType = contentType;
  }

  /** The media type as registered with IANA, such as {@code image/jpeg}. */
  public String contentType() {
    return contentType;
  }
}
