package dev.darkroom.imaging;

/**
 * How the stored picture has to be turned to stand upright.
 *
 * @see <a href="https://www.cipa.jp/std/documents/e/DC-008-2012_E.pdf">Exif 2.3, tag 0x0112</a>
 */
public enum Orientation {
  NORMAL(1, false, false, false),
  MIRRORED(2, false, true, false),
  ROTATED_180(3, false, true, true),
  FLIPPED(4, false, false, true),
  TRANSPOSED(5, true, false, false),
  /** Upright after a quarter turn clockwise: what most phones write for portraits. */
  QUARTER_TURN(6, true, true, false),
  TRANSVERSED(7, true, true, true),
  /** Upright after a quarter turn counterclockwise. */
  THREE_QUARTER_TURN(8, true, false, true);

  private final int exif;
  private final boolean swapsSides;
  private final boolean mirrorsColumns;
  private final boolean mirrorsRows;

  Orientation(int exif, boolean swapsSides, boolean mirrorsColumns, boolean mirrorsRows) {
    this.exif = exif;
    this.swapsSides = swapsSides;
    this.mirrorsColumns = mirrorsColumns;
    this.mirrorsRows = mirrorsRows;
  }

  /** The orientation for an Exif value; {@link #NORMAL} when it is not one of 1–8. */
  public static Orientation ofExif(int value) {
    for (Orientation orientation : values()) {
      if (orientation.exif == value) {
        return orientation;
      }
    }
    return NORMAL;
  }

  /** The Exif value, 1–8. */
  public int exif() {
    return exif;
  }

  /** Whether width and height change places. */
  public boolean swapsSides() {
    return swapsSides;
  }

  /** The size that a stored picture has when it stands upright. */
  public PixelSize upright(PixelSize stored) {
    return swapsSides
        ? new PixelSize(/* width= */ stored.height(), /* height= */ stored.width())
        : stored;
  }

  /**
   * Where the stored pixels lie in an upright array of rows.
   *
   * @param width of the stored picture
   * @param height of the stored picture
   */
  public Placement placement(int width, int height) {
    int columns = swapsSides ? height : width;
    int rows = swapsSides ? width : height;
    int column = mirrorsColumns ? -1 : 1;
    int row = mirrorsRows ? -columns : columns;
    int origin = (mirrorsColumns ? columns - 1 : 0) + (mirrorsRows ? (rows - 1) * columns : 0);
    return new Placement(origin, swapsSides ? row : column, swapsSides ? column : row);
  }

  /**
   * The stored pixel (x, y) lies at {@code origin + x * stepX + y * stepY}.
   *
   * @param origin the place of the stored top left pixel
   * @param stepX from a pixel to its stored right neighbour
   * @param stepY from a pixel to the stored one below
   */
  public record Placement(int origin, int stepX, int stepY) {}
}
