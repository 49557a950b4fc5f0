package dev.darkroom.local.rekognition;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FrozenGraphTest {
  @Test
  void copiesTheWantedNodesAfterAPlaceholder() throws IOException {
    byte[] model = savedModel(node("other", "Const"), node("part/conv", "Conv2D", "in", "part/w"));
    assertThat(copy(model))
        .isEqualTo(
            graph(
                GraphNode.placeholder("in").bytes(), node("part/conv", "Conv2D", "in", "part/w")));
  }

  @Test
  void dropsControlInputsAndNothingElse() throws IOException {
    byte[] model = savedModel(node("part/axis", "Const", "^a", "b", "^c"));
    assertThat(copy(model))
        .isEqualTo(graph(GraphNode.placeholder("in").bytes(), node("part/axis", "Const", "b")));
  }

  @Test
  void refusesAFileThatEndsEarly() throws IOException {
    byte[] model = savedModel(node("part/conv", "Conv2D", "in"));
    assertThatThrownBy(() -> copy(Arrays.copyOf(model, model.length - 3)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void refusesAFileThatIsNoSavedModel() {
    assertThatThrownBy(() -> copy("PK not a model".getBytes(ISO_8859_1)))
        .isInstanceOf(IOException.class);
  }

  private static byte[] copy(byte[] savedModel) throws IOException {
    var graph = new ByteArrayOutputStream();
    FrozenGraph.copyPart(
        new ByteArrayInputStream(savedModel), "in", name -> name.startsWith("part/"), graph);
    return graph.toByteArray();
  }

  private static byte[] savedModel(byte[]... nodes) throws IOException {
    var meta = new ByteArrayOutputStream();
    new WireWriter(meta).string(1, "what made it");
    new WireWriter(meta).bytes(2, graph(nodes));
    var model = new ByteArrayOutputStream();
    new WireWriter(model).number(1, 1);
    new WireWriter(model).bytes(2, meta.toByteArray());
    return model.toByteArray();
  }

  private static byte[] graph(byte[]... nodes) throws IOException {
    var graph = new ByteArrayOutputStream();
    for (byte[] node : nodes) {
      new WireWriter(graph).bytes(1, node);
    }
    return graph.toByteArray();
  }

  private static byte[] node(String name, String operation, String... inputs) throws IOException {
    var node = new ByteArrayOutputStream();
    var writer = new WireWriter(node);
    writer.string(1, name);
    writer.string(2, operation);
    for (String input : inputs) {
      writer.string(3, input);
    }
    writer.bytes(5, new byte[300]);
    return node.toByteArray();
  }
}
