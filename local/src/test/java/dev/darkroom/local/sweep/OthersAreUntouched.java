package dev.darkroom.local.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** 7. Jobs of other owners stay as they are, byte for byte. */
final class OthersAreUntouched {
  static final String SENTENCE = "7. nothing of another owner changes";

  private OthersAreUntouched() {}

  static List<String> violations(World.Belongings before, World.Belongings after) {
    List<String> found = new ArrayList<>();
    List<String> itemsBefore = before.items().stream().map(Object::toString).sorted().toList();
    List<String> itemsAfter = after.items().stream().map(Object::toString).sorted().toList();
    if (!itemsBefore.equals(itemsAfter)) {
      found.add("the items were " + itemsBefore + " and are " + itemsAfter);
    }
    compare(before.originals(), after.originals(), found);
    compare(before.renditions(), after.renditions(), found);
    return found;
  }

  private static void compare(
      Map<String, byte[]> before, Map<String, byte[]> after, List<String> found) {
    if (!before.keySet().equals(after.keySet())) {
      found.add("the objects were " + before.keySet() + " and are " + after.keySet());
      return;
    }
    before.forEach(
        (key, bytes) -> {
          if (!Arrays.equals(bytes, after.get(key))) {
            found.add("the bytes of " + key + " are others");
          }
        });
  }
}
