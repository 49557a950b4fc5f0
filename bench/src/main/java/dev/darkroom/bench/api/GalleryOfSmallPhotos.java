package dev.darkroom.bench.api;

import dev.darkroom.bench.photos.PaintedPhoto;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Images for the API to list: uploaded, and processed as any others. */
final class GalleryOfSmallPhotos {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;
  private static final int PATIENCE_SECONDS = 300;
  private static final Pattern IMAGE = Pattern.compile("\"imageId\":\"([0-9A-Z]{26})\"");

  private final RunningApi api;

  GalleryOfSmallPhotos(RunningApi api) {
    this.api = api;
  }

  /**
   * Uploads what is missing, and waits until it is listed.
   *
   * @param wanted how many there shall be, 1 to 100
   * @return the ids of as many
   * @throws IOException when they are not there after five minutes
   */
  List<String> fill(int wanted) throws IOException, InterruptedException {
    List<String> listed = listed();
    byte[] photo = PaintedPhoto.jpeg(WIDTH, HEIGHT);
    for (int i = listed.size(); i < wanted; i++) {
      api.upload(photo);
    }
    for (int second = 0; listed.size() < wanted; second++) {
      if (second == PATIENCE_SECONDS) {
        throw new IOException("Of " + wanted + " images " + listed.size() + " are listed.");
      }
      TimeUnit.SECONDS.sleep(1);
      listed = listed();
    }
    return listed;
  }

  private List<String> listed() throws IOException, InterruptedException {
    return IMAGE
        .matcher(api.get("/images?limit=100"))
        .results()
        .map(image -> image.group(1))
        .distinct()
        .toList();
  }
}
