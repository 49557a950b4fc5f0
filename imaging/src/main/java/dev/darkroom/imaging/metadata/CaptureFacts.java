package dev.darkroom.imaging.metadata;

/**
 * How a photo was taken, as its Exif block says. What the file does not say is null.
 *
 * @param takenAt local time as ISO 8601, with the offset when the file notes one: {@code
 *     2026-05-01T12:00:00+02:00}
 * @param camera make and model, the make not repeated: {@code Canon EOS R6}
 * @param lens model of the lens
 * @param exposureSeconds time of exposure in seconds, above 0
 * @param fNumber aperture as focal length over diameter, above 0
 * @param iso sensitivity, above 0
 * @param focalLengthMm focal length in millimetres, above 0
 * @param position where; for whoever may see it
 */
public record CaptureFacts(
    String takenAt,
    String camera,
    String lens,
    Double exposureSeconds,
    Double fNumber,
    Integer iso,
    Double focalLengthMm,
    Position position) {

  /** Of a file that says nothing. */
  public static final CaptureFacts NONE =
      new CaptureFacts(null, null, null, null, null, null, null, null);

  /**
   * A place on Earth, WGS 84.
   *
   * @param latitude degrees, −90 to 90, north positive
   * @param longitude degrees, −180 to 180, east positive
   */
  public record Position(double latitude, double longitude) {}
}
