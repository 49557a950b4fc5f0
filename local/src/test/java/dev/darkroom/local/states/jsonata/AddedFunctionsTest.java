package dev.darkroom.local.states.jsonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddedFunctionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "$partition([1,2,3,4,5], 2)       | [[1,2],[3,4],[5]]",
        "$partition([1,2,3], 2.9)         | [[1,2],[3]]",
        "$range(0, 10, 5)                 | [0,5,10]",
        "$range(0, 9, 5)                  | [0,5]",
        "$range(3, 1, -1)                 | [3,2,1]",
        "$range(-1.7, 1, 1)               | [-1,0,1]",
        "$range(5, 5, 1)                  | 5",
        "$hash('abc', 'SHA-1')            | 'a9993e364706816aba3e25717850c26c9cd0d89d'",
        "$hash('abc', 'MD5')              | '900150983cd24fb0d6963f7d28e17f72'",
        "$random(7) = $random(7)          | true",
        "$parse('{\"a\": [1, null]}') | {'a':[1,null]}",
        "$parse('null')                   | null",
        "$map($range(1, 3, 1), function($v) { $v * 2 }) | [2,4,6]",
      })
  void answers(String expression, String expected) throws Exception {
    assertThat(evaluate(expression)).isEqualTo(JSON.readTree(expected.replace('\'', '"')));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$partition([1], 0)",
        "$partition([], 2)",
        "$range(1, 5)",
        "$range(1, 5, -1)",
        "$range(1, 5, 0)",
        "$hash('abc')",
      })
  void giveNothingWhereStepFunctionsDoes(String expression) {
    assertThatThrownBy(() -> evaluate(expression)).hasMessageContaining("returned nothing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$hash('abc', 'sha-1')",
        "$parse('{')",
        "$range('a', 2, 1)",
        "$range(1, 360146, 1)",
      })
  void fail(String expression) {
    assertThatThrownBy(() -> evaluate(expression)).hasMessageContaining("threw an error");
  }

  @Test
  void randomIsAtLeastZeroAndLessThanOne() throws Exception {
    assertThat(evaluate("$random()").doubleValue()).isGreaterThanOrEqualTo(0).isLessThan(1);
  }

  @Test
  void uuidIsOfVersionFour() throws Exception {
    assertThat(UUID.fromString(evaluate("$uuid()").textValue()).version()).isEqualTo(4);
  }

  private static JsonNode evaluate(String expression) throws Exception {
    JsonNode source = JSON.getNodeFactory().textNode("{% " + expression + " %}");
    return Template.parse(source, "Output")
        .evaluate(Bindings.of(NullNode.instance, NullNode.instance, Map.of()));
  }
}
