package dev.darkroom.local.rekognition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the objects of COCO's 80 classes in a picture. The model loads on a thread of its own; the
 * first call waits for it. Safe on many threads.
 */
final class ObjectDetector implements AutoCloseable {
  /** What {@code LabelModelVersion} says. */
  static final String MODEL = "ssd_inception_v2_coco";

  private static final Logger log = LoggerFactory.getLogger(ObjectDetector.class);
  private static final String NAMES = "/labels/mscoco_label_map.pbtxt";

  /** What the model's own post-processing allows, a class and in all. */
  private static final int MAX_DETECTIONS = 100;

  private static final double MAX_OVERLAP = 0.6;

  private final CompletableFuture<SsdModel> model =
      CompletableFuture.supplyAsync(ObjectDetector::load, SsdModel::onDaemonThread);
  private final Map<Integer, String> names;
  private final BoxDecoder boxes = new BoxDecoder(Anchors.all());
  private final NonMaximumSuppression suppression =
      new NonMaximumSuppression(MAX_OVERLAP, MAX_DETECTIONS);

  private ObjectDetector(Map<Integer, String> names) {
    this.names = names;
  }

  /** Starts to load the model and returns at once. */
  static ObjectDetector start() throws IOException {
    try (InputStream file = ObjectDetector.class.getResourceAsStream(NAMES)) {
      if (file == null) {
        throw new FileNotFoundException("The label map " + NAMES + " is not on the class path.");
      }
      return new ObjectDetector(LabelMap.parse(new String(file.readAllBytes(), UTF_8)).names());
    }
  }

  /**
   * Finds objects, the surest first; 100 at most.
   *
   * @param picture in RGB
   * @param minScore the lowest score of an object, 0–1
   * @throws java.util.concurrent.CompletionException when the model could not be loaded
   */
  List<Detection> detect(BufferedImage picture, double minScore) {
    SsdModel.Prediction prediction = model.join().predict(ModelInput.of(picture));
    var found = new ArrayList<Detection>();
    names.forEach(
        (id, name) -> found.addAll(suppression.keep(candidates(prediction, id, name, minScore))));
    found.sort(Comparator.comparingDouble(Detection::score).reversed());
    return List.copyOf(found.subList(0, Math.min(found.size(), MAX_DETECTIONS)));
  }

  /** Frees the model: at once, or as soon as it has been loaded. */
  @Override
  public void close() {
    var unused = model.thenAccept(SsdModel::close);
  }

  private List<Detection> candidates(
      SsdModel.Prediction prediction, int id, String name, double minScore) {
    var candidates = new ArrayList<Detection>();
    float[] logits = prediction.logits();
    double least = Math.log(minScore / (1 - minScore));
    for (int anchor = 0; anchor * SsdModel.CLASSES < logits.length; anchor++) {
      float logit = logits[anchor * SsdModel.CLASSES + id];
      if (logit >= least) {
        Box box = boxes.decode(prediction.encodings(), anchor);
        if (box.area() > 0) {
          candidates.add(new Detection(name, 1 / (1 + Math.exp(-logit)), box));
        }
      }
    }
    return candidates;
  }

  private static SsdModel load() {
    long start = System.nanoTime();
    try {
      SsdModel loaded = SsdModel.load();
      log.info(
          "The object detector is ready after {} ms.", (System.nanoTime() - start) / 1_000_000);
      return loaded;
    } catch (IOException e) {
      log.error("The object detector could not be loaded.", e);
      throw new UncheckedIOException(e);
    } catch (RuntimeException | Error e) {
      // Memory or a native library may be missing; the calls that wait get the same error.
      log.error("The object detector could not be loaded.", e);
      throw e;
    }
  }
}
