package dev.darkroom.imaging.format;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.PixelSize;
import dev.darkroom.imaging.format.Contents.Metadata;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;

/**
 * TIFF and BigTIFF: directories of fields, each of a page, anywhere in the file.
 *
 * <p>Many raw files of cameras are TIFF as well; they are refused by name.
 *
 * @see <a href="https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf">TIFF 6.0</a>
 * @see <a href="https://libtiff.gitlab.io/libtiff/specification/bigtiff.html">BigTIFF</a>
 */
final class TiffLayout implements FileLayout {
  private static final List<Signature> STARTS =
      List.of(
          Signature.at(0, "II*\0"),
          Signature.at(0, "MM\0*"),
          Signature.at(0, "II+\0"),
          Signature.at(0, "MM\0+"));
  private static final int HEAD_BYTES = 16;
  private static final int SKIP_BYTES = 65_536;

  @Override
  public boolean startsIn(byte[] head) {
    return STARTS.stream().anyMatch(start -> start.isIn(head));
  }

  /** The first directory may be the last thing in the file; what is before it is not kept. */
  @Override
  public PixelSize readSize(ImageInputStream in, DecodeLimits limits) throws IOException {
    byte[] head = new byte[HEAD_BYTES];
    in.seek(0);
    in.readFully(head);
    TiffHeader header = TiffHeader.read(in);
    skipTo(header.first(), in);
    TiffDirectory first = TiffDirectory.read(in, header, header.first());
    CameraRaw.refuse(head, first);
    return size(first, limits);
  }

  @Override
  public Contents read(byte[] file, DecodeLimits limits) throws IOException {
    ByteArraySource in = new ByteArraySource(file);
    TiffHeader header = TiffHeader.read(in);
    TiffDirectory first = TiffDirectory.read(in, header, header.first());
    CameraRaw.refuse(file, first);
    PixelSize size = size(first, limits);
    TiffSamples samples = TiffSamples.read(first);
    TiffBlocks blocks = TiffBlocks.read(first, size, samples, limits);
    if (samples.isJpeg()) {
      blocks.checkJpegs(file, limits);
    }
    Optional<byte[]> icc = profile(file, first, limits);
    byte[] exif = TiffExif.block(file, header, first);
    int pages = TiffPages.count(in, header, first, limits);
    byte[] bare = new BareTiff(file, header).join(first, limits);
    CodedPicture coded =
        samples
            .inks()
            .map(inks -> CodedPicture.inInks(bare, inks))
            .orElseGet(() -> CodedPicture.of(bare));
    return new Contents(
        size,
        FramePlace.filling(size),
        pages,
        coded,
        new Metadata(icc, Optional.of(exif)),
        blocks.extent(file.length));
  }

  private static void skipTo(long position, ImageInputStream in) throws IOException {
    byte[] skipped = new byte[SKIP_BYTES];
    while (in.getStreamPosition() < position) {
      long left = position - in.getStreamPosition();
      if (in.read(skipped, 0, (int) Math.min(left, SKIP_BYTES)) < 0) {
        throw new EOFException();
      }
      in.flushBefore(in.getStreamPosition());
    }
  }

  private static PixelSize size(TiffDirectory first, DecodeLimits limits) throws IOException {
    long width = first.value(TiffTag.WIDTH, 0);
    long height = first.value(TiffTag.HEIGHT, 0);
    limits.check(width, height);
    return new PixelSize((int) width, (int) height);
  }

  private static Optional<byte[]> profile(byte[] file, TiffDirectory first, DecodeLimits limits) {
    Optional<TiffField> field = first.field(TiffTag.ICC_PROFILE);
    field.ifPresent(profile -> limits.checkAncillary("a colour profile", profile.bytes()));
    return field.map(
        profile ->
            new Slices(file)
                .take(Math.max(0, profile.at()), profile.at() + profile.bytes())
                .join());
  }
}
