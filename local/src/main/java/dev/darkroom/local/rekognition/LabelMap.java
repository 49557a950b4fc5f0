package dev.darkroom.local.rekognition;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The names of the model's classes by their ids, from a TensorFlow label map (.pbtxt). */
final class LabelMap {
  private static final Pattern ITEM =
      Pattern.compile("item\\s*\\{[^}]*?\\bid:\\s*(\\d+)[^}]*?\\bdisplay_name:\\s*\"([^\"]*)\"");

  private final Map<Integer, String> names;

  private LabelMap(Map<Integer, String> names) {
    this.names = names;
  }

  /**
   * Reads the text form of a label map.
   *
   * @throws IOException when it names no class
   */
  static LabelMap parse(String pbtxt) throws IOException {
    var names = new TreeMap<Integer, String>();
    ITEM.matcher(pbtxt)
        .results()
        .forEach(item -> names.put(Integer.valueOf(item.group(1)), item.group(2)));
    if (names.isEmpty()) {
      throw new IOException("The label map names no class.");
    }
    return new LabelMap(names);
  }

  /** Names by id, in the order of the ids; ids that no class uses are absent. */
  Map<Integer, String> names() {
    return Collections.unmodifiableMap(names);
  }
}
