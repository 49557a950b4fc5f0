package dev.darkroom.local.states.asl;

import java.util.HashSet;
import java.util.Set;

/**
 * Checks that no state inside a Parallel or Map assigns a variable of a flow around it: inner flows
 * read outer variables, and have names of their own to assign.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">
 *     Passing data between states with variables</a>
 */
final class VariableScopes {
  private VariableScopes() {}

  static void check(Flow flow) {
    check(flow, Set.of());
  }

  private static void check(Flow flow, Set<String> outer) {
    Set<String> visible = new HashSet<>(outer);
    for (State state : flow.states().values()) {
      state
          .effectsOfAllWays()
          .flatMap(effects -> effects.assign().keySet().stream())
          .forEach(
              variable -> {
                if (outer.contains(variable)) {
                  throw InvalidDefinition.schema(
                      "The variable '" + variable + "' belongs to an outer scope",
                      "/States/" + state.name() + "/Assign");
                }
                visible.add(variable);
              });
    }
    for (State state : flow.states().values()) {
      state.inner().forEach(inner -> check(inner, visible));
    }
  }
}
