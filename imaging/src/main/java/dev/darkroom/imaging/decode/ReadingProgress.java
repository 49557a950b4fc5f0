package dev.darkroom.imaging.decode;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.event.IIOReadWarningListener;

/** How much of a picture a reader has decoded soundly. */
final class ReadingProgress implements IIOReadProgressListener, IIOReadWarningListener {
  private float percent;
  private float reached;
  private boolean warned;
  private boolean pixelsLost;

  /** The percentage of rows that were decoded before the first complaint. */
  int soundPercent() {
    return (int) percent;
  }

  /** Whether the last row was reached. */
  boolean finished() {
    return reached >= 100;
  }

  /** Whether the JPEG decoder had to invent pixels. */
  boolean pixelsLost() {
    return pixelsLost;
  }

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    warned = true;
    // The messages of libjpeg, of which it reports the first. Others, such as extraneous bytes
    // before a marker, cost no pixels and are common in sound files.
    pixelsLost |=
        warning.contains("premature end of data segment") || warning.contains("bad Huffman code");
  }

  @Override
  public void imageProgress(ImageReader source, float percentageDone) {
    reached = percentageDone;
    if (!warned) {
      percent = percentageDone;
    }
  }

  @Override
  public void sequenceStarted(ImageReader source, int minIndex) {}

  @Override
  public void sequenceComplete(ImageReader source) {}

  @Override
  public void imageStarted(ImageReader source, int imageIndex) {}

  @Override
  public void imageComplete(ImageReader source) {}

  @Override
  public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

  @Override
  public void thumbnailProgress(ImageReader source, float percentageDone) {}

  @Override
  public void thumbnailComplete(ImageReader source) {}

  @Override
  public void readAborted(ImageReader source) {}
}
