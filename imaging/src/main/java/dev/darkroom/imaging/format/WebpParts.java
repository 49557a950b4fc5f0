package dev.darkroom.imaging.format;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.PixelSize;
import dev.darkroom.imaging.UnreadableImage;
import dev.darkroom.imaging.format.Contents.Metadata;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;

/** Sorts the chunks of a WebP: those that make the first frame, and those that tell of it. */
final class WebpParts {
  private static final Signature EXIF = Signature.at(0, "Exif\0\0");
  private static final int FRAME_HEADER = 16;

  private final byte[] file;
  private final PixelSize canvas;
  private final DecodeLimits limits;
  private FramePlace place;
  private RiffChunks.Chunk picture;
  private byte[] opacity;
  private byte[] icc;
  private byte[] exif;
  private int frames;
  private boolean cut;

  WebpParts(byte[] file, PixelSize canvas, DecodeLimits limits) {
    this.file = file;
    this.canvas = canvas;
    this.limits = limits;
    this.place = FramePlace.filling(canvas);
  }

  void add(RiffChunks.Chunk chunk, ImageInputStream in) throws IOException {
    cut |= chunk.end() > file.length;
    if (chunk.type() == RiffChunks.FRAME) {
      limits.checkFrames(++frames);
      if (frames == 1) {
        addFrame(chunk, in);
      }
    } else if (chunk.isPicture() || chunk.type() == RiffChunks.OPACITY) {
      addCoded(chunk, in);
    } else {
      limits.checkAncillary("metadata", chunk.length());
      if (chunk.type() == RiffChunks.PROFILE) {
        icc = data(chunk);
      } else if (chunk.type() == RiffChunks.EXIF) {
        exif = withoutPrefix(data(chunk));
      }
    }
  }

  /** Notes that the file ends within a chunk. */
  void cut() {
    cut = true;
  }

  private void addFrame(RiffChunks.Chunk chunk, ImageInputStream in) throws IOException {
    int x = 2 * WebpLayout.unsigned24(in);
    int y = 2 * WebpLayout.unsigned24(in);
    int width = 1 + WebpLayout.unsigned24(in);
    place = new FramePlace(x, y, width, 1 + WebpLayout.unsigned24(in));
    if ((long) x + width > canvas.width() || (long) y + place.height() > canvas.height()) {
      throw UnreadableImage.damaged("a frame lies beyond its canvas");
    }
    RiffChunks parts = new RiffChunks(in, chunk.start() + FRAME_HEADER, chunk.end());
    while (picture == null && parts.hasNext()) {
      RiffChunks.Chunk part = parts.next();
      if (part.isPicture() || part.type() == RiffChunks.OPACITY) {
        addCoded(part, in);
      }
    }
  }

  private void addCoded(RiffChunks.Chunk chunk, ImageInputStream in) throws IOException {
    if (picture != null) {
      return;
    }
    if (chunk.type() == RiffChunks.OPACITY) {
      opacity = data(chunk);
      return;
    }
    PixelSize size = WebpFrameHeader.size(in, chunk);
    limits.check(size.width(), size.height());
    if (size.width() != place.width() || size.height() != place.height()) {
      throw UnreadableImage.damaged("it says two sizes");
    }
    picture = chunk;
  }

  private byte[] data(RiffChunks.Chunk chunk) {
    return new Slices(file).take(chunk.start(), chunk.end()).join();
  }

  /** Some software puts before the block what stands before it in a JPEG. */
  private static byte[] withoutPrefix(byte[] block) {
    return EXIF.isIn(block)
        ? new Slices(block).take(EXIF.bytes().length, block.length).join()
        : block;
  }

  Contents contents() {
    if (picture == null) {
      throw cut ? UnreadableImage.truncated() : UnreadableImage.damaged("it holds no picture");
    }
    boolean withOpacity = opacity != null && picture.type() == RiffChunks.LOSSY;
    return new Contents(
        canvas,
        place,
        Math.max(1, frames),
        withOpacity ? CodedPicture.withOpacity(bare(), opacity) : CodedPicture.of(bare()),
        new Metadata(Optional.ofNullable(icc), Optional.ofNullable(exif)),
        extent());
  }

  private Extent extent() {
    if (!cut) {
      return Extent.WHOLE;
    }
    long there = Math.min(file.length, picture.end()) - picture.start();
    return Extent.cutAt((int) (Math.max(there, 0) * 100 / Math.max(picture.length(), 1)));
  }

  private byte[] bare() {
    long length = picture.length() + (picture.length() & 1);
    ByteBuffer head = ByteBuffer.allocate(RiffChunks.FILE_HEADER + RiffChunks.CHUNK_HEADER);
    head.order(ByteOrder.LITTLE_ENDIAN)
        .put(Signature.at(0, "RIFF").bytes())
        .putInt((int) (4 + RiffChunks.CHUNK_HEADER + length))
        .put(Signature.at(0, "WEBP").bytes())
        .putInt(picture.type())
        .putInt((int) picture.length());
    return new Slices(file)
        .put(head.array())
        .take(picture.start(), picture.start() + length)
        .join();
  }
}
