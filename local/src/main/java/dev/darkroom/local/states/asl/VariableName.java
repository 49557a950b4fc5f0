package dev.darkroom.local.states.asl;

/** The rule for names of workflow variables: a Unicode identifier of at most 80 characters. */
final class VariableName {
  private static final int LONGEST = 80;

  private VariableName() {}

  static void check(String name, Fields fields) {
    if (name.equals("states")) {
      throw fields.wrong("Assign", "The variable name 'states' is reserved");
    } else if (name.isEmpty() || name.length() > LONGEST || !isIdentifier(name)) {
      throw fields.wrong("Assign", "'" + name + "' is not a valid variable name");
    }
  }

  private static boolean isIdentifier(String name) {
    int first = name.codePointAt(0);
    return (first == '_' || Character.isUnicodeIdentifierStart(first))
        && name.codePoints().allMatch(Character::isUnicodeIdentifierPart);
  }
}
