package dev.darkroom.imaging.format;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.PixelSize;
import dev.darkroom.imaging.UnreadableImage;
import dev.darkroom.imaging.format.Contents.Metadata;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Sorts the chunks of a PNG: those that make the default picture, and those that tell of it. */
final class PngParts {
  private static final int ANIMATION_BYTES = 8;
  private static final int SIGNATURE_BYTES = 8;

  private final DecodeLimits limits;
  private final Slices picture;
  private byte[] icc;
  private byte[] exif;
  private int frames = 1;
  private boolean dataSeen;

  PngParts(byte[] file, DecodeLimits limits) {
    this.limits = limits;
    this.picture = new Slices(file).take(0, SIGNATURE_BYTES);
  }

  boolean dataSeen() {
    return dataSeen;
  }

  void add(PngChunks.Chunk chunk, PngChunks chunks) throws IOException {
    if (chunk.isAncillary()) {
      limits.checkAncillary("metadata", chunk.length());
    }
    switch (chunk.type()) {
      case PngChunks.HEADER, PngChunks.PALETTE, PngChunks.TRANSPARENCY ->
          picture.take(chunk.start(), chunk.end());
      case PngChunks.PICTURE_DATA -> {
        picture.take(chunk.start(), chunk.end());
        dataSeen = true;
      }
      case PngChunks.END -> {
        if (!dataSeen) {
          throw UnreadableImage.damaged("it holds no picture");
        }
        picture.take(chunk.start(), chunk.end());
      }
      case PngChunks.PROFILE -> icc = PngProfile.inflated(chunks.data(chunk), limits);
      case PngChunks.EXIF -> exif = chunks.data(chunk);
      case PngChunks.ANIMATION -> countFrames(chunk, chunks);
      default -> {
        // Of frames after the first, of texts, or private: no part of the picture.
      }
    }
  }

  private void countFrames(PngChunks.Chunk chunk, PngChunks chunks) throws IOException {
    if (chunk.length() == ANIMATION_BYTES) {
      long declared = Integer.toUnsignedLong(ByteBuffer.wrap(chunks.data(chunk)).getInt());
      limits.checkFrames(declared);
      frames = (int) Math.max(1, declared);
    }
  }

  Contents contents(PixelSize size, boolean whole) {
    return new Contents(
        size,
        FramePlace.filling(size),
        frames,
        CodedPicture.of(picture.join()),
        new Metadata(Optional.ofNullable(icc), Optional.ofNullable(exif)),
        Extent.of(whole));
  }
}
