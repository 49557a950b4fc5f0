package dev.darkroom.imaging.decode;

import dev.darkroom.imaging.ImageFormat;
import dev.darkroom.imaging.UnreadableImage;
import dev.darkroom.imaging.format.FramePlace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The alpha plane of a lossy WebP: raw or as the green of a lossless picture, and then as
 * differences from neighbours.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9649#section-2.7.1.2">RFC 9649, section
 *     2.7.1.2</a>
 */
final class WebpOpacity {
  private static final int RAW = 0;
  private static final int LOSSLESS = 1;
  private static final int NO_FILTER = 0;
  private static final int HORIZONTAL = 1;
  private static final int VERTICAL = 2;
  private static final int GREEN = 1;
  private static final int LOSSLESS_SIGNATURE = 0x2F;
  private static final int HEADER_BYTES = 25;

  private final byte[] levels;
  private final int width;
  private final int height;

  private WebpOpacity(byte[] levels, int width, int height) {
    this.levels = levels;
    this.width = width;
    this.height = height;
  }

  /**
   * Decodes the plane.
   *
   * @param chunk the data of the ALPH chunk
   * @param frame whose size the plane has
   */
  static WebpOpacity of(byte[] chunk, FramePlace frame, Cancellation cancellation)
      throws IOException {
    if (chunk.length == 0) {
      throw damaged();
    }
    int compression = chunk[0] & 3;
    int filter = (chunk[0] >> 2) & 3;
    byte[] levels =
        switch (compression) {
          case RAW -> Arrays.copyOfRange(chunk, 1, chunk.length);
          case LOSSLESS -> green(chunk, frame, cancellation);
          default -> throw damaged();
        };
    if (levels.length < (long) frame.width() * frame.height()) {
      throw damaged();
    }
    WebpOpacity plane = new WebpOpacity(levels, frame.width(), frame.height());
    if (filter != NO_FILTER) {
      plane.unfilter(filter);
    }
    return plane;
  }

  /** The same picture with this plane as its alpha. */
  BufferedImage applyTo(BufferedImage colours) {
    BufferedImage joined = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      colours.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        row[x] = (row[x] & 0xFFFFFF) | (levels[y * width + x] << 24);
      }
      joined.getRaster().setDataElements(0, y, width, 1, row);
    }
    return joined;
  }

  private static byte[] green(byte[] chunk, FramePlace frame, Cancellation cancellation)
      throws IOException {
    // The chunk holds a lossless picture without its header, which only says the size.
    byte[] file =
        ByteBuffer.allocate(HEADER_BYTES + chunk.length - 1)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(new byte[] {'R', 'I', 'F', 'F'})
            .putInt(HEADER_BYTES + chunk.length - 1 - 8)
            .put(new byte[] {'W', 'E', 'B', 'P', 'V', 'P', '8', 'L'})
            .putInt(5 + chunk.length - 1)
            .put((byte) LOSSLESS_SIGNATURE)
            .putInt((frame.width() - 1) | ((frame.height() - 1) << 14))
            .put(chunk, 1, chunk.length - 1)
            .array();
    long pixels = (long) frame.width() * frame.height();
    try (CancellableSource in = StoredPicture.source(ImageFormat.WEBP, file, pixels, cancellation);
        PictureReader reader = PictureReader.open(ImageFormat.WEBP, in)) {
      Raster plane = reader.read().getRaster();
      byte[] levels = new byte[frame.width() * frame.height()];
      int[] row = new int[frame.width()];
      for (int y = 0; y < frame.height(); y++) {
        plane.getSamples(0, y, frame.width(), 1, GREEN, row);
        for (int x = 0; x < row.length; x++) {
          levels[y * row.length + x] = (byte) row[x];
        }
      }
      return levels;
    }
  }

  private void unfilter(int filter) {
    for (int i = 1; i < width * height; i++) {
      int x = i % width;
      int prediction;
      if (i < width || (x > 0 && filter == HORIZONTAL)) {
        prediction = levels[i - 1];
      } else if (x == 0 || filter == VERTICAL) {
        prediction = levels[i - width];
      } else {
        int left = levels[i - 1] & 0xFF;
        int above = levels[i - width] & 0xFF;
        int corner = levels[i - width - 1] & 0xFF;
        prediction = Math.min(255, Math.max(0, left + above - corner));
      }
      levels[i] += (byte) prediction;
    }
  }

  private static UnreadableImage damaged() {
    return UnreadableImage.damaged("the opacity of its picture cannot be read");
  }
}
