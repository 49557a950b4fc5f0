package dev.darkroom.local.rekognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Predicate;

/**
 * Copies a part of the frozen graph in a TensorFlow SavedModel, node by node: one node is in memory
 * at a time, never the graph.
 *
 * @see <a
 *     href="https://github.com/tensorflow/tensorflow/blob/master/tensorflow/core/protobuf/saved_model.proto">saved_model.proto</a>
 */
final class FrozenGraph {
  private static final int META_GRAPH = 2;
  private static final int GRAPH = 2;
  private static final int NODE = 1;

  private FrozenGraph() {}

  /**
   * Writes a graph of its own: a placeholder, then every wanted node in the order of the model.
   *
   * @param input the name of the placeholder; nodes that read the node of this name now read it
   * @param wanted which nodes to copy, by name
   * @return how many nodes were copied
   */
  static int copyPart(
      InputStream savedModel, String input, Predicate<String> wanted, OutputStream graph)
      throws IOException {
    var writer = new WireWriter(graph);
    writer.bytes(NODE, GraphNode.placeholder(input).bytes());
    var reader = new WireReader(savedModel);
    long end = enter(reader, GRAPH, enter(reader, META_GRAPH, Long.MAX_VALUE));
    int copied = 0;
    while (reader.position() < end) {
      if (reader.nextField() != NODE) {
        reader.skip();
        continue;
      }
      var node = new GraphNode(reader.bytes(reader.length()));
      if (wanted.test(node.name())) {
        writer.bytes(NODE, node.withoutControlInputs().bytes());
        copied++;
      }
    }
    return copied;
  }

  /** Goes on to the first field of this number, and into it; gives where it ends. */
  private static long enter(WireReader reader, int wanted, long end) throws IOException {
    while (reader.position() < end) {
      int field = reader.nextField();
      if (field == 0) {
        break;
      }
      if (field == wanted && reader.holdsBytes()) {
        int length = reader.length();
        return reader.position() + length;
      }
      reader.skip();
    }
    throw new IOException("The file is not a TensorFlow SavedModel.");
  }
}
