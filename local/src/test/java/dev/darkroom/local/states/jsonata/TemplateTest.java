package dev.darkroom.local.states.jsonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void evaluatesExpressionsAtAnyDepthAndLeavesTheRest() throws Exception {
    assertThat(
            evaluate(
                "{'a': '{% $states.input.n + 1 %}', 'b': ['{% $x %}', ' {% $x %} ', '$x', 7, null]}",
                "{'n': 4}"))
        .isEqualTo(json("{'a': 5, 'b': ['ex', ' {% $x %} ', '$x', 7, null]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "$states.input.nothing                | null",
        "$states.input.list                   | [1,null,3]",
        "$states.input.one                    | [5]",
        "{'k': $states.input.nothing}         | {'k':null}",
        "$states.input.list[0] = 1            | true",
        "4.0                                  | 4",
        "5 / 2                                | 2.5",
        "12345678901                          | 12345678901",
        "$count($states.input.list)           | 3",
        "$states.input.list[$ = 3]            | 3",
        "$states.context.State.Name           | 'Here'",
        "[1..3]                               | [1,2,3]",
      })
  void givesJson(String expression, String expected) throws Exception {
    JsonNode value =
        evaluateText(expression, "{'nothing': null, 'list': [1, null, 3], 'one': [5]}");

    assertThat(value).isEqualTo(json(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "$states.input.absent                 | returned nothing (undefined).",
        "$unknown                             | returned nothing (undefined).",
        "function($x) { $x }                  | returned an unsupported result type.",
        "$                                    | returned an unsupported result type.",
        "status = 'x'                         | Reference to 'status' at the top level",
        "'a' + 1                              | must evaluate to a number",
        "$error('no')                         | no",
        "($f := function($n) { 1 + $f($n) }; $f(1)) | Stack overflow",
      })
  void failsWithTheFieldAndTheExpression(String expression, String complaint) {
    assertThatThrownBy(() -> evaluateText(expression, "{}"))
        .isInstanceOf(QueryEvaluationException.class)
        .hasMessageContaining("'" + expression + "' specified for the field 'Output/v'")
        .hasMessageContaining(complaint)
        .satisfies(
            e -> assertThat(((QueryEvaluationException) e).location()).isEqualTo("Output/v"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{% 1 + %}", "{% a b %}", "{% $eval('1') %}", "{% $$.x %}", "{% 1"})
  void refusesWhatDoesNotParseOrIsNotOffered(String expression) {
    assertThatThrownBy(() -> Template.parse(JSON.getNodeFactory().textNode(expression), "Output"))
        .isInstanceOf(InvalidExpression.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{% '$$ and $eval' %}", "{% /* $eval */ 1 %}", "{% $evaluated := 1 %}"})
  void readsDollarsInStringsCommentsAndLongerNames(String expression) throws Exception {
    Template template = Template.parse(JSON.getNodeFactory().textNode(expression), "Output");

    assertThat(template.isExpression()).isTrue();
  }

  @Test
  void doesNotChangeItsInput() throws Exception {
    JsonNode input = json("{'o': {'a': 1}}");
    Template template =
        Template.parse(
            JSON.getNodeFactory().textNode("{% $states.input.o ~> |$|{'a': 2}| %}"), "Output");
    Bindings bindings = Bindings.of(input, json("{}"), Map.of());

    assertThat(template.evaluate(bindings)).isEqualTo(json("{'a': 2}"));
    assertThat(Template.parse(json("'{% $states.input.o.a %}'"), "O").evaluate(bindings).asInt())
        .isEqualTo(1);
  }

  @Test
  void givesEachThreadItsOwnValues() throws Exception {
    Template template = Template.parse(json("'{% $sum([1..$states.input]) & $x %}'"), "Output");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      var answers =
          IntStream.range(1, 400)
              .mapToObj(n -> threads.submit(() -> sumUpTo(template, n)))
              .toList();
      for (int n = 1; n < 400; n++) {
        Future<String> answer = answers.get(n - 1);
        assertThat(answer.get()).isEqualTo(n * (n + 1) / 2 + "v" + n);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static String sumUpTo(Template template, int n) throws Exception {
    JsonNode name = JSON.getNodeFactory().textNode("v" + n);
    return template
        .evaluate(Bindings.of(JSON.getNodeFactory().numberNode(n), json("{}"), Map.of("x", name)))
        .textValue();
  }

  private static JsonNode evaluateText(String expression, String input) throws Exception {
    Template template =
        Template.parse(JSON.getNodeFactory().textNode("{% " + expression + " %}"), "Output/v");
    return template.evaluate(bindings(input));
  }

  private static JsonNode evaluate(String template, String input) throws Exception {
    return Template.parse(json(template), "Output").evaluate(bindings(input));
  }

  private static Bindings bindings(String input) throws Exception {
    return Bindings.of(json(input), json("{'State': {'Name': 'Here'}}"), Map.of("x", json("'ex'")));
  }

  private static JsonNode json(String text) throws Exception {
    return JSON.readTree(text.replace('\'', '"'));
  }
}
