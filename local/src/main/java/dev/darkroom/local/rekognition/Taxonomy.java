package dev.darkroom.local.rekognition;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a label says beside its name. Names are COCO's in Rekognition's capitals; the parent follows
 * COCO's supercategory where that names a kind of thing (a cat is an animal; "indoor" is nobody's
 * parent); categories are from Rekognition's own list.
 */
final class Taxonomy {

  /**
   * One entry.
   *
   * @param name the label's name, as {@code Potted Plant}
   * @param parents its ancestors, none or one
   * @param aliases other names of the same thing
   * @param category one of Rekognition's label categories
   */
  record Entry(String name, List<String> parents, List<String> aliases, String category) {}

  private final Map<String, Entry> entries;

  private Taxonomy(Map<String, Entry> entries) {
    this.entries = entries;
  }

  static Taxonomy load() {
    return new Taxonomy(
        CsvResource.rows("taxonomy.csv").stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    row -> row[0],
                    row -> new Entry(row[1], optional(row[2]), optional(row[3]), row[4]))));
  }

  /**
   * The entry of a COCO class.
   *
   * @throws IllegalArgumentException when the class is not COCO's
   */
  Entry of(String cocoName) {
    Entry entry = entries.get(cocoName);
    if (entry == null) {
      throw new IllegalArgumentException("'" + cocoName + "' is not a class of COCO.");
    }
    return entry;
  }

  private static List<String> optional(String field) {
    return field.isEmpty() ? List.of() : List.of(field);
  }
}
