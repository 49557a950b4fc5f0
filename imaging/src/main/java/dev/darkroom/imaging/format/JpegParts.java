package dev.darkroom.imaging.format;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.UnreadableImage;
import dev.darkroom.imaging.format.Contents.Metadata;
import java.util.Arrays;
import java.util.Optional;

/** Sorts the segments of a JPEG: those that make the picture, and those that tell of it. */
final class JpegParts {
  private static final Signature EXIF = Signature.at(0, "Exif\0\0");
  private static final byte[] START = {(byte) 0xFF, (byte) 0xD8};
  private static final byte[] END = {(byte) 0xFF, (byte) 0xD9};

  private final DecodeLimits limits;
  private final byte[] file;
  private final Slices picture;
  private final JpegColours colours = new JpegColours();
  private final JpegProfile profile = new JpegProfile();
  private final JpegScans scans = new JpegScans();
  private JpegFrame frame;
  private byte[] exif;
  private long ancillary;
  private boolean inScans;

  JpegParts(byte[] file, DecodeLimits limits) {
    this.file = file;
    this.limits = limits;
    this.picture = new Slices(file);
  }

  boolean frameSeen() {
    return frame != null;
  }

  /** Whether data of the picture has begun: from here on, it is there in part. */
  boolean inScans() {
    return inScans;
  }

  /**
   * Adds a segment.
   *
   * @param start of its marker in the file
   * @param end behind it, and behind the coded data of a scan
   */
  void add(int marker, byte[] segment, long start, long end) {
    if (JpegMarkers.isAncillary(marker)) {
      ancillary += segment.length;
      limits.checkAncillary("metadata", ancillary);
      addAncillary(marker, segment);
      return;
    }
    picture.take(start, end);
    if (marker == JpegMarkers.START_OF_SCAN) {
      inScans = true;
      scans.begin();
      if (end < file.length) {
        scans.complete(segment);
      }
    } else if (JpegFrame.isFrame(marker)) {
      if (frame != null) {
        throw UnreadableImage.damaged("it has two headers");
      }
      frame = JpegFrame.read(marker, segment, limits);
    }
  }

  private void addAncillary(int marker, byte[] segment) {
    if (!inScans) {
      colours.see(marker, segment);
    }
    if (marker == JpegMarkers.APP1 && exif == null && EXIF.isIn(segment)) {
      exif = Arrays.copyOfRange(segment, 6, segment.length);
    } else if (marker == JpegMarkers.APP2) {
      profile.add(segment);
    }
  }

  /**
   * @param whole whether the end of the image was met
   */
  Contents contents(boolean whole) {
    picture.putFirst(colours.marker(frame)).putFirst(START);
    byte[] joined = whole ? picture.put(END).join() : picture.join();
    return Contents.single(
        frame.size(),
        coded(joined),
        new Metadata(profile.joined(), Optional.ofNullable(exif)),
        extent(whole));
  }

  private CodedPicture coded(byte[] bare) {
    return switch (frame.components().size()) {
      case 1 -> CodedPicture.ofGrey(bare);
      case 4 -> CodedPicture.inInks(bare, colours.inks());
      default -> CodedPicture.of(bare);
    };
  }

  private Extent extent(boolean whole) {
    if (!whole && frame.progressive()) {
      return Extent.cutAt(scans.percent(frame));
    }
    return Extent.of(whole);
  }
}
