package dev.darkroom.imaging.format;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.PixelSize;
import dev.darkroom.imaging.UnreadableImage;
import java.io.EOFException;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/**
 * GIF: a screen descriptor, then extensions and frames made of sub-blocks, then a trailer.
 *
 * <p>The canvas is the logical screen, enlarged when the first frame reaches beyond it.
 *
 * @see <a href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF89a</a>
 */
final class GifLayout implements FileLayout {
  private static final Signature GIF87A = Signature.at(0, "GIF87a");
  private static final Signature GIF89A = Signature.at(0, "GIF89a");

  @Override
  public boolean startsIn(byte[] head) {
    return GIF87A.isIn(head) || GIF89A.isIn(head);
  }

  @Override
  public PixelSize readSize(ImageInputStream in, DecodeLimits limits) throws IOException {
    GifBlocks blocks = new GifBlocks(in);
    GifParts parts = new GifParts(blocks, limits);
    while (!parts.frameSeen()) {
      if (!parts.addNext()) {
        throw UnreadableImage.damaged("it holds no picture");
      }
    }
    return parts.canvas();
  }

  @Override
  public Contents read(byte[] file, DecodeLimits limits) throws IOException {
    GifBlocks blocks = new GifBlocks(new ByteArraySource(file));
    GifParts parts = new GifParts(blocks, limits);
    boolean whole = false;
    try {
      while (parts.addNext()) {
        parts.finishFrame();
      }
      whole = true;
    } catch (EOFException e) {
      if (!parts.frameSeen()) {
        throw e;
      }
    }
    if (!parts.frameSeen()) {
      throw UnreadableImage.damaged("it holds no picture");
    }
    return parts.contents(file, whole);
  }
}
