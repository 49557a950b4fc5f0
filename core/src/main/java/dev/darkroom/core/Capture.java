package dev.darkroom.core;

/**
 * How a photo was taken, as its Exif block says. What the file does not say is null.
 *
 * @param takenAt local time as ISO 8601, with the offset when the file notes one: {@code
 *     2026-05-01T12:00:00+02:00}
 * @param camera make and model: {@code Canon EOS R6}
 * @param lens model of the lens
 * @param exposureSeconds time of exposure in seconds
 * @param fNumber aperture, as focal length over diameter
 * @param iso sensitivity
 * @param focalLengthMm focal length in millimetres
 * @param position where; null unless the template's parameter {@code KeepPosition} allows it
 */
public record Capture(
    String takenAt,
    String camera,
    String lens,
    Double exposureSeconds,
    Double fNumber,
    Integer iso,
    Double focalLengthMm,
    Position position) {

  /**
   * A place on Earth, WGS 84.
   *
   * @param latitude degrees, −90 to 90, north positive
   * @param longitude degrees, −180 to 180, east positive
   */
  public record Position(double latitude, double longitude) {}
}
