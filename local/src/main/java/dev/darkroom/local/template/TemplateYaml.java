package dev.darkroom.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads a template's YAML (or JSON) into JSON, the short forms of intrinsic functions made long.
 *
 * <p>What YAML 1.1 and 1.2 read differently ({@code yes}, {@code off}, {@code ~}) is refused, since
 * CloudFormation reads 1.1; so are anchors, merge keys, duplicate keys and null, which
 * CloudFormation does not take.
 */
final class TemplateYaml {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Set<String> AMBIGUOUS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "~");

  /** Octal, hexadecimal and binary numbers, numbers to the base 60, digits parted by {@code _}. */
  private static final Pattern AMBIGUOUS_NUMBER =
      Pattern.compile("[-+]?(0[0-7]+|0[xbo][0-9a-fA-F_]+|\\d+(:[0-5]?\\d)+|\\d+(_\\d+)+)");

  private final String name;

  private TemplateYaml(String name) {
    this.name = name;
  }

  /**
   * Reads one document.
   *
   * @param name the file's name, for errors
   */
  static ObjectNode read(String name, String text) {
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(name).build();
      Node root =
          new Compose(settings)
              .composeString(text)
              .orElseThrow(() -> new InvalidTemplate(name + " is empty"));
      if (new TemplateYaml(name).json(root) instanceof ObjectNode document) {
        return document;
      }
      throw new InvalidTemplate(name + " must hold a map of sections");
    } catch (YamlEngineException e) {
      throw new InvalidTemplate(name + " is not YAML: " + e.getMessage(), e);
    }
  }

  private JsonNode json(Node node) {
    if (node.getAnchor().isPresent()) {
      throw wrong(node, "an anchor, which CloudFormation does not take");
    }
    String tag = node.getTag().getValue();
    if (!tag.startsWith("!")) {
      return plain(node);
    }
    JsonNode argument =
        node instanceof ScalarNode scalar ? JSON.textNode(scalar.getValue()) : plain(node);
    return ShortForm.expand(tag.substring(1), argument)
        .orElseThrow(() -> wrong(node, tag + ", which is no intrinsic function"));
  }

  private JsonNode plain(Node node) {
    if (node instanceof MappingNode mapping) {
      ObjectNode object = JSON.objectNode();
      mapping.getValue().forEach(entry -> put(object, entry));
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      return JSON.arrayNode().addAll(sequence.getValue().stream().map(this::json).toList());
    }
    return scalar((ScalarNode) node);
  }

  private void put(ObjectNode object, NodeTuple entry) {
    if (!(entry.getKeyNode() instanceof ScalarNode key)
        || key.getTag().getValue().startsWith("!")) {
      throw wrong(entry.getKeyNode(), "a key that is no text");
    }
    if (key.isPlain() && key.getValue().equals("<<")) {
      throw wrong(key, "a merge key, which CloudFormation does not take");
    }
    if (object.has(key.getValue())) {
      throw wrong(key, "the key " + key.getValue() + " twice");
    }
    object.set(key.getValue(), json(entry.getValueNode()));
  }

  private JsonNode scalar(ScalarNode node) {
    Tag tag = node.getTag();
    String text = node.getValue();
    if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    }
    if (tag.equals(Tag.INT)) {
      return integer(new BigInteger(text));
    }
    if (tag.equals(Tag.FLOAT)) {
      return number(node, text);
    }
    if (tag.equals(Tag.NULL)) {
      throw wrong(node, "an empty value, which CloudFormation does not take");
    }
    if (node.isPlain() && ambiguous(text)) {
      throw wrong(node, text + ", which YAML 1.1 takes for another value: put it in quotes");
    }
    return JSON.textNode(text);
  }

  private static boolean ambiguous(String text) {
    return AMBIGUOUS.contains(text.toLowerCase(Locale.ROOT))
        || AMBIGUOUS_NUMBER.matcher(text).matches();
  }

  /** The node that Jackson would read, so that equal numbers are equal nodes. */
  private static JsonNode integer(BigInteger value) {
    if (value.bitLength() < Integer.SIZE) {
      return JSON.numberNode(value.intValue());
    }
    return value.bitLength() < Long.SIZE
        ? JSON.numberNode(value.longValue())
        : JSON.numberNode(value);
  }

  private JsonNode number(ScalarNode node, String text) {
    try {
      return JSON.numberNode(new BigDecimal(text));
    } catch (NumberFormatException e) {
      throw wrong(node, text + ", which is no number that JSON has");
    }
  }

  private InvalidTemplate wrong(Node node, String what) {
    int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    return new InvalidTemplate(name + ", line " + line + ", has " + what);
  }
}
