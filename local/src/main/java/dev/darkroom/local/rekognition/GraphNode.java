package dev.darkroom.local.rekognition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * One operation of a TensorFlow graph, as the bytes of its {@code NodeDef} message.
 *
 * @param bytes the encoded message; weights stand in it as they are
 */
record GraphNode(byte[] bytes) {
  private static final int NAME = 1;
  private static final int OPERATION = 2;
  private static final int INPUT = 3;
  private static final int ATTRIBUTE = 5;

  /** The input of a graph: a picture of 32-bit floats under the given name. */
  static GraphNode placeholder(String name) throws IOException {
    var type = new ByteArrayOutputStream();
    int dtFloat = 1;
    new WireWriter(type).number(6, dtFloat);
    var attribute = new ByteArrayOutputStream();
    var entry = new WireWriter(attribute);
    entry.string(1, "dtype");
    entry.bytes(2, type.toByteArray());
    var node = new ByteArrayOutputStream();
    var fields = new WireWriter(node);
    fields.string(NAME, name);
    fields.string(OPERATION, "Placeholder");
    fields.bytes(ATTRIBUTE, attribute.toByteArray());
    return new GraphNode(node.toByteArray());
  }

  String name() throws IOException {
    var reader = new WireReader(new ByteArrayInputStream(bytes));
    for (int field = reader.nextField(); field != 0; field = reader.nextField()) {
      if (field == NAME) {
        return new String(reader.bytes(reader.length()), UTF_8);
      }
      reader.skip();
    }
    throw new IOException("A node of the graph has no name.");
  }

  /** The same node without the inputs that only order execution: they may lead out of the part. */
  GraphNode withoutControlInputs() throws IOException {
    var kept = new ByteArrayOutputStream();
    var reader = new WireReader(new ByteArrayInputStream(bytes));
    int keptTo = 0;
    int start = 0;
    for (int field = reader.nextField(); field != 0; field = reader.nextField()) {
      boolean control = field == INPUT && reader.bytes(reader.length())[0] == '^';
      if (field != INPUT) {
        reader.skip();
      }
      if (control) {
        kept.write(bytes, keptTo, start - keptTo);
        keptTo = (int) reader.position();
      }
      start = (int) reader.position();
    }
    if (keptTo == 0) {
      return this;
    }
    kept.write(bytes, keptTo, bytes.length - keptTo);
    return new GraphNode(kept.toByteArray());
  }
}
