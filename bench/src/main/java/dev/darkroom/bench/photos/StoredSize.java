package dev.darkroom.bench.photos;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.MetadataException;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.webp.WebpDirectory;
import dev.darkroom.imaging.PixelSize;
import java.io.IOException;
import java.nio.file.Path;

/** Reads the size of a picture as it is stored. */
final class StoredSize {
  private StoredSize() {}

  static PixelSize of(Path file) throws IOException {
    try {
      for (Directory directory : ImageMetadataReader.readMetadata(file.toFile()).getDirectories()) {
        if (directory instanceof JpegDirectory) {
          return size(directory, JpegDirectory.TAG_IMAGE_WIDTH, JpegDirectory.TAG_IMAGE_HEIGHT);
        }
        if (directory instanceof PngDirectory
            && directory.containsTag(PngDirectory.TAG_IMAGE_WIDTH)) {
          return size(directory, PngDirectory.TAG_IMAGE_WIDTH, PngDirectory.TAG_IMAGE_HEIGHT);
        }
        if (directory instanceof WebpDirectory) {
          return size(directory, WebpDirectory.TAG_IMAGE_WIDTH, WebpDirectory.TAG_IMAGE_HEIGHT);
        }
      }
    } catch (ImageProcessingException | MetadataException e) {
      throw new IOException("The size of " + file.getFileName() + " cannot be read", e);
    }
    throw new IOException(file.getFileName() + " is no JPEG, PNG or WebP");
  }

  private static PixelSize size(Directory directory, int width, int height)
      throws MetadataException {
    return new PixelSize(directory.getInt(width), directory.getInt(height));
  }
}
