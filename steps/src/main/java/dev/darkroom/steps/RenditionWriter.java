package dev.darkroom.steps;

import dev.darkroom.core.ObjectKeys;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Sha256;
import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.Picture;
import dev.darkroom.imaging.PictureDecoder;
import dev.darkroom.imaging.RenditionSpec;
import dev.darkroom.imaging.Renditions;
import dev.darkroom.imaging.UnreadableImage;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.utils.BinaryUtils;

/**
 * Makes the renditions of a photo and writes them; the same photo always gives the same objects.
 */
final class RenditionWriter {
  /** A rendition's key holds the job's id, and what it holds never changes. */
  private static final String IMMUTABLE = "private, max-age=31536000, immutable";

  private final Originals originals;
  private final S3Client s3;
  private final String bucket;

  /**
   * @param bucket the renditions bucket
   */
  RenditionWriter(Originals originals, S3Client s3, String bucket) {
    this.originals = originals;
    this.s3 = s3;
    this.bucket = bucket;
  }

  /**
   * @param specs the renditions to make
   * @param maxPixels the largest picture to decode, as width times height
   * @param keepPosition whether the place where the photo was taken may be recorded
   * @return what was written, largest first, and what the picture is
   * @throws InvalidImage when the file turns out to be cut off or damaged
   */
  Resize.Resized write(
      Photo photo, List<RenditionSpec> specs, long maxPixels, boolean keepPosition) {
    byte[] original = originals.readAll(photo.bucket(), photo.key(), photo.eTag());
    try {
      Picture picture =
          PictureDecoder.decode(
              original, DecodeLimits.ofPixels(maxPixels), size -> Renditions.enough(size, specs));
      List<Rendition> written =
          Renditions.make(picture, specs).stream().map(rendition -> put(photo, rendition)).toList();
      return new Resize.Resized(written, PictureFacts.of(picture, keepPosition));
    } catch (UnreadableImage e) {
      throw InvalidImage.of(e);
    }
  }

  private Rendition put(Photo photo, dev.darkroom.imaging.Rendition rendition) {
    String key = ObjectKeys.rendition(photo.ref(), rendition.name(), rendition.contentType());
    s3.putObject(
        put ->
            put.bucket(bucket)
                .key(key)
                .contentType(rendition.contentType())
                // Given here, it goes as a header; the SDK's own would come chunked, as a trailer.
                .checksumSHA256(BinaryUtils.toBase64(Sha256.of(rendition.bytes())))
                .cacheControl(IMMUTABLE),
        RequestBody.fromBytes(rendition.bytes()));
    return new Rendition(
        rendition.name(),
        rendition.width(),
        rendition.height(),
        rendition.bytes().length,
        rendition.contentType(),
        key);
  }
}
