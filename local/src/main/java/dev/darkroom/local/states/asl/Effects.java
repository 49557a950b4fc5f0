package dev.darkroom.local.states.asl;

import dev.darkroom.local.states.jsonata.Template;
import java.util.Map;
import java.util.Optional;

/**
 * What a state, a choice rule or a catcher leaves behind. All its expressions see the variables as
 * they were when the state was entered.
 *
 * @param assign new values of variables, by name
 * @param output the state's output, when it is not the default
 */
public record Effects(Map<String, Template> assign, Optional<Template> output) {
  static Effects read(Fields fields) {
    Map<String, Template> assign = fields.templates("Assign");
    assign.keySet().forEach(name -> VariableName.check(name, fields));
    return new Effects(assign, fields.template("Output"));
  }
}
