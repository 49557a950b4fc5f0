package dev.darkroom.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateYamlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "!Ref Bucket              | {'Ref': 'Bucket'}",
        "!Ref Resize.Alias        | {'Ref': 'Resize.Alias'}",
        "!GetAtt A.B              | {'Fn::GetAtt': ['A', 'B']}",
        "!GetAtt A.B.C            | {'Fn::GetAtt': ['A', 'B.C']}",
        "!GetAtt [A, B]           | {'Fn::GetAtt': ['A', 'B']}",
        "!Sub '${A}-b'            | {'Fn::Sub': '${A}-b'}",
        "!Sub ['${A}', {A: 1}]    | {'Fn::Sub': ['${A}', {'A': 1}]}",
        "!Join ['', [a, !Ref B]]  | {'Fn::Join': ['', ['a', {'Ref': 'B'}]]}",
        "!If [C, !Ref A, 2]       | {'Fn::If': ['C', {'Ref': 'A'}, 2]}",
        "!Not [!Equals [a, b]]    | {'Fn::Not': [{'Fn::Equals': ['a', 'b']}]}",
        "!Condition C             | {'Condition': 'C'}",
        "!FindInMap [A, b, c]     | {'Fn::FindInMap': ['A', 'b', 'c']}",
        "2012-10-17               | '2012-10-17'",
        "true                     | true",
        "'true'                   | 'true'",
        "40000000                 | 40000000",
        "5000000000               | 5000000000",
        "0.5                      | 0.5",
        "'0755'                   | '0755'",
      })
  void readsAsJson(String yaml, String json) throws Exception {
    assertThat(TemplateYaml.read("t.yaml", "v: " + yaml).get("v").toString())
        .isEqualTo(new ObjectMapper().readTree(json.replace('\'', '"')).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: &x 1            | line 1, has an anchor",
        "{a: 1, a: 2}       | the key a twice",
        "{<<: {b: 1}}       | a merge key",
        "a:                 | an empty value",
        "a: null            | an empty value",
        "a: yes             | yes, which YAML 1.1 takes for another value",
        "a: Off             | Off, which YAML 1.1",
        "a: True            | True, which YAML 1.1",
        "a: 0755            | 0755, which YAML 1.1",
        "a: 1_000           | 1_000, which YAML 1.1",
        "a: .inf            | .inf",
        "a: !Reff B         | !Reff, which is no intrinsic function",
        "'a: ['             | t.yaml must hold a map",
        "a: [               | t.yaml is not YAML",
        "{[a]: b}           | a key that is no text",
      })
  void refusesWhatCloudFormationDoesNotTake(String yaml, String problem) {
    assertThatThrownBy(() -> TemplateYaml.read("t.yaml", yaml))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing"})
  void refusesAnEmptyFile(String yaml) {
    assertThatThrownBy(() -> TemplateYaml.read("t.yaml", yaml))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessage("t.yaml is empty");
  }

  @Test
  void namesTheLine() {
    assertThatThrownBy(() -> TemplateYaml.read("t.yaml", "a: 1\nb:\n  c: on\n"))
        .hasMessageStartingWith("t.yaml, line 3, has on");
  }
}
