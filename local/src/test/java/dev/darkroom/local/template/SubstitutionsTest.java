package dev.darkroom.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SubstitutionsTest {
  private static final Place PLACE = Place.of("Resource M (T)").property("DefinitionSubstitutions");

  @Test
  void putsInTheValues() {
    Substitutions substitutions = new Substitutions(Map.of("Arn", "a$1\\b", "Max", "5"), PLACE);

    assertThat(substitutions.apply("m.json", "{'R':'${Arn}','M':${Max},'A':'${Arn}'}"))
        .isEqualTo("{'R':'a$1\\b','M':5,'A':'a$1\\b'}");
  }

  @Test
  void leavesJsonataAlone() {
    String definition = "{% ${'a': $sum(x)} ~> $f($states.input) %}";

    assertThat(new Substitutions(Map.of(), PLACE).apply("m.json", definition))
        .isEqualTo(definition);
  }

  @Test
  void refusesANameWithoutAValue() {
    assertThatThrownBy(() -> new Substitutions(Map.of(), PLACE).apply("m.json", "${Arn}"))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessage(
            "Resource M (T): property DefinitionSubstitutions.Arn is missing, but used in m.json");
  }

  @Test
  void refusesAValueThatIsNotUsed() {
    assertThatThrownBy(() -> new Substitutions(Map.of("Arn", "a"), PLACE).apply("m.json", "{}"))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessage("Resource M (T): property DefinitionSubstitutions.Arn is not used in m.json");
  }
}
