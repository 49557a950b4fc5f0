package dev.darkroom.bench.ways;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.coobird.thumbnailator.Thumbnails;

/** Thumbnailator with its defaults, from the file for each size. */
final class ThumbnailatorWay implements RenditionMaker {

  @Override
  public List<byte[]> make(byte[] file) throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (int longEdge : DefaultSizes.LONG_EDGES) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Thumbnails.of(new ByteArrayInputStream(file))
          .size(longEdge, longEdge)
          .outputFormat("jpg")
          .outputQuality(DefaultSizes.QUALITY)
          .toOutputStream(out);
      files.add(out.toByteArray());
    }
    return files;
  }
}
