package dev.darkroom.local.states.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a Task, Parallel or Map state does about errors: retriers first, then catchers. */
public record Handling(List<Retrier> retriers, List<Catcher> catchers) {
  private interface Element<T> {
    T read(Fields fields, boolean last);
  }

  static Handling read(Fields fields) {
    return new Handling(list(fields, "Retry", Retrier::read), list(fields, "Catch", Catcher::read));
  }

  private static <T> List<T> list(Fields fields, String name, Element<T> element) {
    List<T> list = new ArrayList<>();
    JsonNode array = fields.optional(name).orElse(null);
    if (array == null) {
      return list;
    } else if (!array.isArray()) {
      throw fields.wrong(name, "Expected value of type [ARRAY]");
    }
    for (int i = 0; i < array.size(); i++) {
      String place = name + "[" + i + "]";
      Fields one = new Fields(array.get(i), fields.location() + "/" + place, place + "/");
      list.add(element.read(one, i == array.size() - 1));
    }
    return list;
  }
}
