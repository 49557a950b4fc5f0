package dev.darkroom.local.rekognition;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_dnn.readNetFromTensorflow;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.StringVector;
import org.bytedeco.opencv.opencv_dnn.Net;

/**
 * SSD Inception v2, trained on COCO, of the TensorFlow detection model zoo, run by OpenCV's DNN
 * module. OpenCV has no operations for the graph's control flow, so only the convolutional part is
 * loaded: what stands before it (resizing) and after it (boxes, suppression) is Java. One call runs
 * at a time; OpenCV spreads it over the processors.
 *
 * @see <a
 *     href="https://github.com/tensorflow/models/blob/master/research/object_detection/g3doc/tf1_detection_zoo.md">TensorFlow
 *     1 detection model zoo</a>
 */
final class SsdModel implements AutoCloseable {
  /** Scores an anchor: 90 class ids and the background, which is 0. */
  static final int CLASSES = 91;

  private static final String FILE = "/tf_models/saved_model.zip";
  private static final String INPUT = "Preprocessor/sub";
  private static final Pattern CONVOLUTIONAL =
      Pattern.compile(
          "FeatureExtractor/InceptionV2/.*"
              + "|BoxPredictor_\\d/(BoxEncodingPredictor|ClassPredictor)/.*");
  private static final long MAX_GRAPH_BYTES = 104 << 20;

  /**
   * What the network says of each anchor.
   *
   * @param encodings four box offsets an anchor
   * @param logits {@value #CLASSES} class scores an anchor, before the sigmoid
   */
  record Prediction(float[] encodings, float[] logits) {}

  private static final int ANCHORS = Anchors.all().size();
  private final Net net;

  private SsdModel(Net net) {
    this.net = net;
  }

  /**
   * Loads the model from the class path; takes seconds, and about 300 MB outside the heap for that
   * time. OpenCV's libraries load beside the unpacking: each takes about as long as the other.
   */
  static SsdModel load() throws IOException {
    CompletableFuture<String> libraries =
        CompletableFuture.supplyAsync(
            () -> Loader.load(opencv_dnn.class), SsdModel::onDaemonThread);
    try (InputStream file = SsdModel.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new FileNotFoundException("The model " + FILE + " is not on the class path.");
      }
      try (var zip = new ZipInputStream(new BufferedInputStream(file, 1 << 16));
          var graph = new NativeBuffer(MAX_GRAPH_BYTES)) {
        zip.getNextEntry();
        FrozenGraph.copyPart(
            new BufferedInputStream(zip, 1 << 16), INPUT, CONVOLUTIONAL.asMatchPredicate(), graph);
        libraries.join();
        return new SsdModel(readNetFromTensorflow(graph.bytes(), graph.size()));
      }
    }
  }

  /** Runs work on a thread of its own, which does not keep the JVM alive. */
  static void onDaemonThread(Runnable work) {
    var thread = new Thread(work, "rekognition-model");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Runs the network.
   *
   * @param planes a picture as {@link ModelInput} makes it
   */
  synchronized Prediction predict(float[] planes) {
    if (net.isNull()) {
      throw new IllegalStateException("The model is closed.");
    }
    try (var scope = new PointerScope();
        var data = new FloatPointer(planes)) {
      var shape = new int[] {1, 3, ModelInput.SIDE, ModelInput.SIDE};
      net.setInput(new Mat(shape, CV_32F, data));
      var outputs = new MatVector();
      net.forward(outputs, new StringVector(outputNames().toArray(String[]::new)));
      var prediction = new Prediction(new float[ANCHORS * 4], new float[ANCHORS * CLASSES]);
      int anchor = 0;
      for (int grid = 0; grid < Anchors.GRIDS.size(); grid++) {
        copy(outputs.get(2L * grid), 4, grid, prediction.encodings(), anchor);
        copy(outputs.get(2L * grid + 1), CLASSES, grid, prediction.logits(), anchor);
        int side = Anchors.GRIDS.get(grid);
        anchor += side * side * Anchors.perCell(grid);
      }
      return prediction;
    }
  }

  @Override
  public synchronized void close() {
    net.close();
  }

  private static List<String> outputNames() {
    var names = new ArrayList<String>();
    for (int grid = 0; grid < Anchors.GRIDS.size(); grid++) {
      // OpenCV fuses the bias into the convolution and drops the name of the BiasAdd.
      names.add("BoxPredictor_" + grid + "/BoxEncodingPredictor/Conv2D");
      names.add("BoxPredictor_" + grid + "/ClassPredictor/Conv2D");
    }
    return names;
  }

  /** From planes (one a value of a cell's anchors) to all values of an anchor side by side. */
  private static void copy(Mat output, int values, int grid, float[] target, int firstAnchor) {
    int side = Anchors.GRIDS.get(grid);
    int cells = side * side;
    int channels = Anchors.perCell(grid) * values;
    FloatBuffer planes = output.createBuffer();
    if (planes.capacity() != cells * channels) {
      throw new IllegalStateException(
          "Grid %d has %d values, not %d.".formatted(grid, planes.capacity(), cells * channels));
    }
    int start = firstAnchor * values;
    for (int cell = 0; cell < cells; cell++) {
      for (int channel = 0; channel < channels; channel++) {
        target[start + cell * channels + channel] = planes.get(channel * cells + cell);
      }
    }
  }
}
