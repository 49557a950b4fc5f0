package dev.darkroom.imaging.format;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.PixelSize;
import dev.darkroom.imaging.format.Contents.Metadata;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;

/**
 * BMP: a file header, a header of one of several versions, a palette, and rows of pixels.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/gdi/bitmap-storage">Bitmap storage</a>
 */
final class BmpLayout implements FileLayout {
  private static final Signature START = Signature.at(0, "BM");

  @Override
  public boolean startsIn(byte[] head) {
    // Two letters alone begin many a text; the header's size makes sure.
    return START.isIn(head) && BmpHeader.isKnownSize(head);
  }

  @Override
  public PixelSize readSize(ImageInputStream in, DecodeLimits limits) throws IOException {
    return BmpHeader.read(in, limits).size();
  }

  @Override
  public Contents read(byte[] file, DecodeLimits limits) throws IOException {
    BmpHeader header = BmpHeader.read(new ByteArraySource(file), limits);
    Optional<byte[]> icc = header.profile(file, limits);
    return Contents.single(
        header.size(),
        CodedPicture.of(header.bare(file)),
        new Metadata(icc, Optional.empty()),
        BmpRows.extent(file, header));
  }
}
