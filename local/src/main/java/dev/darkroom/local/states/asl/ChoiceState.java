package dev.darkroom.local.states.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A state that goes on by the first rule that holds.
 *
 * @param otherwise where it goes on when no rule holds
 * @param effects what it leaves behind then
 */
public record ChoiceState(
    String name, List<ChoiceRule> rules, Optional<String> otherwise, Effects effects)
    implements State {
  static ChoiceState read(String name, Fields fields) {
    JsonNode choices = fields.required("Choices");
    if (!choices.isArray() || choices.isEmpty()) {
      throw fields.wrong("Choices", "Expected a non-empty array");
    }
    List<ChoiceRule> rules = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      String place = "Choices[" + i + "]";
      rules.add(
          ChoiceRule.read(
              new Fields(choices.get(i), fields.location() + "/" + place, place + "/")));
    }
    return new ChoiceState(name, rules, fields.optionalText("Default"), Effects.read(fields));
  }

  @Override
  public String type() {
    return "Choice";
  }

  @Override
  public Stream<String> successors() {
    return Stream.concat(rules.stream().map(ChoiceRule::next), otherwise.stream());
  }

  @Override
  public boolean isEnd() {
    return false;
  }

  @Override
  public Stream<Effects> effectsOfAllWays() {
    return Stream.concat(rules.stream().map(ChoiceRule::effects), Stream.of(effects));
  }
}
