package dev.darkroom.imaging.format;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.PixelSize;
import dev.darkroom.imaging.UnreadableImage;
import java.io.EOFException;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/**
 * PNG: chunks of length, type, data and checksum, from IHDR to IEND.
 *
 * <p>Of an animated PNG the picture is the default one, which viewers without animation show.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#5DataRep">PNG, third edition, section 5</a>
 */
final class PngLayout implements FileLayout {
  private static final Signature START = Signature.at(0, "\u0089PNG\r\n\u001a\n");
  private static final int HEADER_BYTES = 13;

  @Override
  public boolean startsIn(byte[] head) {
    return START.isIn(head);
  }

  @Override
  public PixelSize readSize(ImageInputStream in, DecodeLimits limits) throws IOException {
    PngChunks.Chunk first = new PngChunks(in).next();
    if (first.type() == PngChunks.APPLE) {
      throw UnreadableImage.unsupported(
          "a PNG of an iPhone app, which only Apple's software reads");
    }
    if (first.type() != PngChunks.HEADER || first.length() != HEADER_BYTES) {
      throw UnreadableImage.damaged("it does not begin with its header");
    }
    int width = in.readInt();
    int height = in.readInt();
    limits.check(width, height);
    return new PixelSize(width, height);
  }

  @Override
  public Contents read(byte[] file, DecodeLimits limits) throws IOException {
    ByteArraySource in = new ByteArraySource(file);
    PixelSize size = readSize(in, limits);
    PngChunks chunks = new PngChunks(in);
    PngParts parts = new PngParts(file, limits);
    boolean whole = false;
    try {
      while (!whole) {
        PngChunks.Chunk chunk = chunks.next();
        parts.add(chunk, chunks);
        whole = chunk.type() == PngChunks.END && chunk.end() <= file.length;
      }
    } catch (EOFException e) {
      if (!parts.dataSeen()) {
        throw e;
      }
    }
    return parts.contents(size, whole);
  }
}
