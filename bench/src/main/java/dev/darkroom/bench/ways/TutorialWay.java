package dev.darkroom.bench.ways;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.imgscalr.Scalr;

/** A decode for each size, imgscalr's QUALITY, ImageIO's JPEG writer: what tutorials do. */
final class TutorialWay implements RenditionMaker {

  @Override
  public List<byte[]> make(byte[] file) throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (int longEdge : DefaultSizes.LONG_EDGES) {
      BufferedImage picture = ImageIoJpeg.decode(file);
      if (Math.max(picture.getWidth(), picture.getHeight()) > longEdge) {
        picture = Scalr.resize(picture, Scalr.Method.QUALITY, longEdge);
      }
      files.add(ImageIoJpeg.encode(picture));
    }
    return files;
  }
}
