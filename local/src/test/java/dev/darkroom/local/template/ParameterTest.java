package dev.darkroom.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Type: String, AllowedValues: [a, b]            | b       | \"b\"",
        "Type: String, AllowedPattern: '[a-z]+'         | abc     | \"abc\"",
        "Type: String, MinLength: 2, MaxLength: 3       | ab      | \"ab\"",
        "Type: Number, MinValue: 1, MaxValue: 10        | 10      | \"10\"",
        "Type: Number, AllowedValues: [1, 2]            | 2       | \"2\"",
        "Type: List<Number>                             | 1, 2    | [\"1\",\"2\"]",
        "Type: CommaDelimitedList, AllowedValues: [a,b] | a,b     | [\"a\",\"b\"]",
      })
  void takesAValue(String declared, String given, String value) {
    assertThat(parameter(declared).value(Optional.of(given)).toString()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Type: String, AllowedValues: [a, b]            | c    | must satisfy: one of a, b, and 'c'",
        "Type: String, AllowedPattern: '[a-z]+'         | abC  | must satisfy: AllowedPattern",
        "Type: String, MinLength: 2                     | a    | must satisfy: MinLength 2",
        "Type: String, MaxLength: 2                     | abc  | must satisfy: MaxLength 2",
        "Type: Number                                   | ten  | must be a number, and 'ten'",
        "Type: Number, MinValue: 1                      | 0.9  | must satisfy: MinValue 1",
        "Type: Number, MaxValue: 1                      | 2    | must satisfy: MaxValue 1",
        "Type: List<Number>                             | 1,x  | must be a number, and 'x'",
        "Type: CommaDelimitedList, AllowedPattern: 'a+' | aa,b | must satisfy: AllowedPattern a+",
        "Type: Number, MaxValue: 1, ConstraintDescription: small | 2 | must satisfy: small",
      })
  void refusesAValue(String declared, String given, String problem) {
    Parameter parameter = parameter(declared);

    assertThatThrownBy(() -> parameter.value(Optional.of(given)))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessageStartingWith("Parameter P ")
        .hasMessageContaining(problem);
  }

  @Test
  void checksItsDefault() {
    Parameter parameter = parameter("Type: Number, MaxValue: 1, Default: 2");

    assertThatThrownBy(() -> parameter.value(Optional.empty())).hasMessageContaining("MaxValue 1");
  }

  @Test
  void keepsASecretOutOfTheError() {
    Parameter parameter = parameter("Type: String, NoEcho: true, MinLength: 20");

    assertThatThrownBy(() -> parameter.value(Optional.of("hunter2")))
        .hasMessage("Parameter P must satisfy: MinLength 20");
  }

  @Test
  void isRefusedWithoutAValue() {
    Template template =
        Templates.of("Parameters: {P: {Type: String}}\nResources: {Q: {Type: AWS::SQS::Queue}}");

    assertThatThrownBy(() -> Templates.scope(template))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessage("Parameter P has no default, and no value was given");
  }

  @Test
  void isRefusedWhenNotDeclared() {
    Template template = Templates.of("Resources: {Q: {Type: AWS::SQS::Queue}}");

    assertThatThrownBy(() -> template.scope(Templates.STACK, Map.of("Nope", "1")))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessage("Parameter Nope was given, but is not declared");
  }

  @Test
  void refusesAConstraintOfAnotherType() {
    assertThatThrownBy(() -> parameter("Type: String, MinValue: 1"))
        .isInstanceOf(UnsupportedTemplate.class)
        .hasMessage("Parameter P: property MinValue is not supported locally");
  }

  @Test
  void refusesAPatternThatIsNone() {
    assertThatThrownBy(() -> parameter("Type: String, AllowedPattern: '['"))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessage("Parameter P: property AllowedPattern is no regular expression");
  }

  private static Parameter parameter(String declared) {
    return Parameter.read("P", TemplateYaml.read("t.yaml", "{" + declared + "}"));
  }
}
