package dev.darkroom.imaging.format;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.PixelSize;
import dev.darkroom.imaging.UnreadableImage;
import java.io.EOFException;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/**
 * JPEG: marker segments, and coded data behind each start of scan.
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81, annex B</a>
 */
final class JpegLayout implements FileLayout {
  private static final Signature START = Signature.at(0, "\u00ff\u00d8\u00ff");

  @Override
  public boolean startsIn(byte[] head) {
    return START.isIn(head);
  }

  @Override
  public PixelSize readSize(ImageInputStream in, DecodeLimits limits) throws IOException {
    JpegMarkers markers = new JpegMarkers(in);
    long ancillary = 0;
    while (true) {
      int marker = markers.next();
      if (JpegMarkers.standsAlone(marker)) {
        continue;
      }
      refuseEndOrScan(marker);
      byte[] segment = markers.segment();
      if (JpegFrame.isFrame(marker)) {
        return JpegFrame.read(marker, segment, limits).size();
      }
      if (JpegMarkers.isAncillary(marker)) {
        ancillary += segment.length;
        limits.checkAncillary("metadata", ancillary);
      }
    }
  }

  @Override
  public Contents read(byte[] file, DecodeLimits limits) throws IOException {
    JpegMarkers markers = new JpegMarkers(new ByteArraySource(file));
    JpegParts parts = new JpegParts(file, limits);
    boolean whole = false;
    try {
      while (!whole) {
        int marker = markers.next();
        if (JpegMarkers.standsAlone(marker)) {
          continue;
        }
        if (!parts.inScans()) {
          refuseEndOrScan(marker, parts.frameSeen());
        }
        long start = markers.position() - 2;
        if (marker == JpegMarkers.END_OF_IMAGE) {
          whole = true;
        } else {
          byte[] segment = markers.segment();
          long end = markers.position();
          if (marker == JpegMarkers.START_OF_SCAN) {
            end = JpegScans.codedDataEnd(file, (int) end);
            markers.moveTo(end);
          }
          parts.add(marker, segment, start, end);
        }
      }
    } catch (EOFException e) {
      if (!parts.inScans()) {
        throw e;
      }
    }
    return parts.contents(whole);
  }

  private static void refuseEndOrScan(int marker) {
    refuseEndOrScan(marker, false);
  }

  private static void refuseEndOrScan(int marker, boolean frameSeen) {
    if (marker == JpegMarkers.END_OF_IMAGE) {
      throw UnreadableImage.damaged("it holds no picture");
    }
    if (marker == JpegMarkers.START_OF_SCAN && !frameSeen) {
      throw UnreadableImage.damaged("its picture data has no header");
    }
  }
}
