package dev.darkroom.imaging.format;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.PixelSize;
import dev.darkroom.imaging.UnreadableImage;
import dev.darkroom.imaging.format.Contents.Metadata;
import java.io.IOException;

/** Sorts the blocks of a GIF: those that make the first frame, and the others. */
final class GifParts {
  private static final int GRAPHIC_CONTROL = 0xF9;
  private static final int CONTROL_BYTES = 8;
  private static final byte[] TRAILER = {0x3B};

  private final GifBlocks blocks;
  private final DecodeLimits limits;
  private final long headEnd;
  private FramePlace first;
  private PixelSize canvas;
  private boolean inFrame;
  private int frames;
  private long extensions;
  private long control;
  private long firstStart;
  private long firstEnd;

  GifParts(GifBlocks blocks, DecodeLimits limits) throws IOException {
    this.blocks = blocks;
    this.limits = limits;
    this.headEnd = blocks.position();
  }

  boolean frameSeen() {
    return frames > 0;
  }

  PixelSize canvas() {
    return canvas;
  }

  /**
   * Adds a block; of a frame its descriptor only.
   *
   * @return false at the trailer, or at what is no block, where every decoder stops as well
   */
  boolean addNext() throws IOException {
    long start = blocks.position();
    int kind = blocks.next();
    if (kind == GifBlocks.FRAME) {
      addFrame(start);
    } else if (kind == GifBlocks.EXTENSION) {
      addExtension(start);
    }
    return kind == GifBlocks.FRAME || kind == GifBlocks.EXTENSION;
  }

  /** Moves behind the frame that was added last, if it was a frame. */
  void finishFrame() throws IOException {
    if (inFrame) {
      blocks.skipFrameData();
      inFrame = false;
      if (frames == 1) {
        firstEnd = blocks.position();
      }
    }
  }

  private void addFrame(long start) throws IOException {
    FramePlace place = blocks.frame();
    limits.checkFrames(++frames);
    inFrame = true;
    if (frames > 1) {
      return;
    }
    if (place.width() == 0 || place.height() == 0) {
      throw UnreadableImage.damaged("its picture has no width or no height");
    }
    first = place;
    firstStart = start;
    firstEnd = Long.MAX_VALUE;
    int width = Math.max(blocks.screenWidth(), place.x() + place.width());
    int height = Math.max(blocks.screenHeight(), place.y() + place.height());
    limits.check(width, height);
    canvas = new PixelSize(width, height);
  }

  private void addExtension(long start) throws IOException {
    int label = blocks.label();
    extensions += blocks.skipSubBlocks();
    limits.checkAncillary("comments and other extensions", extensions);
    if (label == GRAPHIC_CONTROL && !frameSeen()) {
      control = start;
    }
  }

  Contents contents(byte[] file, boolean whole) {
    byte[] bare =
        new Slices(file)
            .take(0, headEnd)
            .put(control(file))
            .take(firstStart, firstEnd)
            .put(TRAILER)
            .join();
    return new Contents(
        canvas, first, frames, CodedPicture.of(bare), Metadata.NONE, Extent.of(whole));
  }

  /**
   * The last control before the frame, as long as it has to be: decoders do not look for its end.
   */
  private byte[] control(byte[] file) {
    boolean sound = control > 0 && file[(int) control + 2] == CONTROL_BYTES - 4;
    byte[] exact = new byte[sound ? CONTROL_BYTES : 0];
    System.arraycopy(file, (int) control, exact, 0, sound ? CONTROL_BYTES - 1 : 0);
    return exact;
  }
}
