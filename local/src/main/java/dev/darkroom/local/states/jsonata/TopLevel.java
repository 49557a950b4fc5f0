package dev.darkroom.local.states.jsonata;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/**
 * The context item of an expression: there is none in Step Functions, so a name that starts a path
 * is refused rather than read as nothing. {@code status = 'x'} would else be false, silently.
 */
final class TopLevel extends AbstractMap<String, Object> {
  static final TopLevel INSTANCE = new TopLevel();

  private TopLevel() {}

  @Override
  public Object get(Object name) {
    throw refusal("'" + name + "'");
  }

  @Override
  public boolean containsKey(Object name) {
    throw refusal("'" + name + "'");
  }

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    throw refusal("'$'");
  }

  private static IllegalStateException refusal(String what) {
    return new IllegalStateException(
        "Reference to " + what + " at the top level is not supported.");
  }
}
