package dev.darkroom.imaging.format;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.PixelSize;
import dev.darkroom.imaging.UnreadableImage;
import java.io.EOFException;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/**
 * WebP: a RIFF file with one picture, lossy or lossless, or with the frames of an animation.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9649">RFC 9649</a>
 */
final class WebpLayout implements FileLayout {
  private static final Signature RIFF = Signature.at(0, "RIFF");
  private static final Signature WEBP = Signature.at(8, "WEBP");
  private static final int EXTENDED_BYTES = 10;

  @Override
  public boolean startsIn(byte[] head) {
    return RIFF.isIn(head) && WEBP.isIn(head);
  }

  @Override
  public PixelSize readSize(ImageInputStream in, DecodeLimits limits) throws IOException {
    RiffChunks chunks = RiffChunks.ofFile(in);
    RiffChunks.Chunk first = chunks.next();
    PixelSize size;
    if (first.type() == RiffChunks.EXTENDED && first.length() >= EXTENDED_BYTES) {
      in.seek(first.start() + 4);
      int width = 1 + unsigned24(in);
      size = new PixelSize(width, 1 + unsigned24(in));
    } else if (first.isPicture()) {
      size = WebpFrameHeader.size(in, first);
    } else {
      throw UnreadableImage.damaged("it holds no picture");
    }
    limits.check(size.width(), size.height());
    return size;
  }

  @Override
  public Contents read(byte[] file, DecodeLimits limits) throws IOException {
    ByteArraySource in = new ByteArraySource(file);
    WebpParts parts = new WebpParts(file, readSize(in, limits), limits);
    RiffChunks chunks = RiffChunks.ofFile(in);
    try {
      while (chunks.hasNext()) {
        parts.add(chunks.next(), in);
      }
    } catch (EOFException e) {
      parts.cut();
    }
    return parts.contents();
  }

  static int unsigned24(ImageInputStream in) throws IOException {
    return in.readUnsignedShort() | (in.readUnsignedByte() << 16);
  }
}
