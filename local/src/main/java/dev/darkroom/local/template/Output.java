package dev.darkroom.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * An output as the template declares it.
 *
 * @param value unresolved
 * @param condition the condition without which there is no such output
 */
record Output(Place place, JsonNode value, Optional<String> condition) {

  static Output read(String name, JsonNode declaration) {
    Place place = Place.of("Output " + name);
    Properties declared = Properties.of(declaration, place);
    Output output = new Output(place, declared.json("Value"), declared.optionalText("Condition"));
    declared.withoutEffect("Description");
    declared.refuseTheRest();
    return output;
  }
}
