package dev.darkroom.local.states.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.local.http.AwsError;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionReaderTest {
  @Test
  void readsEveryKindOfState() {
    Machine machine =
        read(
            """
            {'Comment': 'all', 'QueryLanguage': 'JSONata', 'StartAt': 'T', 'TimeoutSeconds': 60,
             'Version': '1.0', 'States': {
              'T': {'Type': 'Task', 'Resource': 'r', 'Comment': 'c', 'TimeoutSeconds': 5,
                'Retry': [{'ErrorEquals': ['A', 'B'], 'Comment': 'c', 'JitterStrategy': 'FULL',
                  'IntervalSeconds': 2, 'BackoffRate': 1.5, 'MaxAttempts': 0,
                  'MaxDelaySeconds': 9}],
                'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'F', 'Assign': {'e': 1}}],
                'Next': 'C'},
              'C': {'Type': 'Choice', 'Default': 'P',
                'Choices': [{'Condition': '{% true %}', 'Next': 'W', 'Comment': 'c'}]},
              'P': {'Type': 'Parallel', 'Next': 'M', 'Branches': [
                {'StartAt': 'P1', 'Comment': 'c', 'States': {'P1': {'Type': 'Succeed'}}}]},
              'M': {'Type': 'Map', 'Next': 'S', 'ItemProcessor':
                {'StartAt': 'M1', 'States': {'M1': {'Type': 'Pass', 'End': true}}}},
              'W': {'Type': 'Wait', 'Timestamp': '2026-01-01T00:00:00Z', 'Next': 'S'},
              'F': {'Type': 'Fail', 'Error': 'E', 'Cause': '{% $e %}'},
              'S': {'Type': 'Succeed', 'Output': 1}}}
            """);

    assertThat(machine.timeoutSeconds()).contains(60);
    assertThat(machine.flow().states().values())
        .extracting(State::type)
        .containsExactly("Task", "Choice", "Parallel", "Map", "Wait", "Fail", "Succeed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'Type': 'Pass', 'InputPath': '$', 'End': true | 'InputPath' is of JSONPath",
        "'Type': 'Pass', 'Parameters': {}, 'End': true | 'Parameters' is of JSONPath",
        "'Type': 'Pass', 'Result': {}, 'End': true | 'Result' is of JSONPath",
        "'Type': 'Pass', 'ResultPath': '$', 'End': true | 'ResultPath' is of JSONPath",
        "'Type': 'Pass', 'OutputPath': '$', 'End': true | 'OutputPath' is of JSONPath",
        "'Type': 'Pass', 'Retry': [], 'End': true | Field 'Retry' is not supported",
        "'Type': 'Pass', 'Colour': 1, 'End': true | Field 'Colour' is not supported at /States/S/Colour",
        "'Type': 'Pass', 'QueryLanguage': 'JSONPath', 'End': true | The state 'S' uses JSONPath",
        "'Type': 'Pass', 'QueryLanguage': 'SQL', 'End': true | [JSONPath, JSONata]",
        "'Type': 'Pass' | either 'Next' or 'End'",
        "'Type': 'Pass', 'End': true, 'Next': 'S' | either 'Next' or 'End'",
        "'Type': 'Pass', 'Next': 'Gone' | Missing state \"Gone\", at /States/S",
        "'Type': 'Pass', 'Next': 'S' | No state ends the flow",
        "'Type': 'Pass', 'End': 'yes' | [BOOLEAN]",
        "'Type': 'Pass', 'Output': '{% 1 + %}', 'End': true | INVALID_JSONATA_EXPRESSION",
        "'Type': 'Pass', 'Output': {'a': ['{% $eval(1) %}']}, 'End': true | UNSUPPORTED_JSONATA_EXPRESSION",
        "'Type': 'Pass', 'Assign': {'states': 1}, 'End': true | 'states' is reserved",
        "'Type': 'Pass', 'Assign': {'a-b': 1}, 'End': true | 'a-b' is not a valid variable name",
        "'Type': 'Pass', 'Assign': [], 'End': true | [OBJECT]",
        "'Type': 'Nap', 'End': true | The state type 'Nap' is not known",
        "'Type': 'Task', 'End': true | The field 'Resource' is required but was missing at /States/S",
        "'Type': 'Task', 'Resource': 'no', 'End': true | not this resource at /States/S",
        "'Type': 'Task', 'Resource': 'r', 'HeartbeatSeconds': 1, 'End': true | 'HeartbeatSeconds' is not supported locally",
        "'Type': 'Task', 'Resource': 'r', 'TimeoutSeconds': 0, 'End': true | between 1 and 99999999",
        "'Type': 'Task', 'Resource': 'r', 'Catch': [{'ErrorEquals': ['A'], 'Next': 'Gone'}], 'End': true | Missing state \"Gone\"",
        "'Type': 'Task', 'Resource': 'r', 'Catch': [{'ErrorEquals': [], 'Next': 'S'}], 'End': true | At least one error name",
        "'Type': 'Task', 'Resource': 'r', 'Catch': [{'ErrorEquals': ['States.ALL', 'A'], 'Next': 'S'}], 'End': true | must stand alone",
        "'Type': 'Task', 'Resource': 'r', 'Retry': [{'ErrorEquals': ['States.ALL']}, {'ErrorEquals': ['A']}], 'End': true | the last element at /States/S/Retry[0]/ErrorEquals",
        "'Type': 'Task', 'Resource': 'r', 'Retry': [{'ErrorEquals': ['A'], 'BackoffRate': 0.9}], 'End': true | at least 1.0",
        "'Type': 'Task', 'Resource': 'r', 'Retry': [{'ErrorEquals': ['A'], 'MaxAttempts': -1}], 'End': true | between 0 and",
        "'Type': 'Task', 'Resource': 'r', 'Retry': [{'ErrorEquals': ['A'], 'IntervalSeconds': 5, 'MaxDelaySeconds': 5}], 'End': true | greater than IntervalSeconds",
        "'Type': 'Task', 'Resource': 'r', 'Retry': [{'ErrorEquals': ['A'], 'JitterStrategy': 'SOME'}], 'End': true | [FULL, NONE]",
        "'Type': 'Choice', 'Choices': [] | Expected a non-empty array",
        "'Type': 'Choice', 'Choices': [{'Condition': 'x', 'Next': 'S'}] | [BOOLEAN] at /States/S/Choices[0]/Condition",
        "'Type': 'Choice', 'Choices': [{'Variable': '$.x', 'Condition': true, 'Next': 'S'}] | 'Variable' is of JSONPath",
        "'Type': 'Choice', 'Choices': [{'Condition': true, 'Next': 'S'}], 'Next': 'S' | Field 'Next' is not supported",
        "'Type': 'Wait', 'End': true | either 'Seconds' or 'Timestamp'",
        "'Type': 'Wait', 'Seconds': -1, 'End': true | between 0 and",
        "'Type': 'Wait', 'Timestamp': 'soon', 'End': true | Expected a timestamp",
        "'Type': 'Fail', 'Error': 1 | [STRING]",
        "'Type': 'Succeed', 'Assign': {} | Field 'Assign' is not supported",
        "'Type': 'Map', 'End': true | 'ItemProcessor' is required",
        "'Type': 'Map', 'End': true, 'ItemReader': {}, 'ItemProcessor': {'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}} | 'ItemReader' is not supported locally",
        "'Type': 'Map', 'End': true, 'ToleratedFailureCount': 1, 'ItemProcessor': {'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}} | 'ToleratedFailureCount' is not supported locally",
        "'Type': 'Map', 'End': true, 'ItemProcessor': {'ProcessorConfig': {'Mode': 'DISTRIBUTED'}, 'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}} | 'DISTRIBUTED' is not supported locally",
        "'Type': 'Map', 'End': true, 'Items': 1, 'ItemProcessor': {'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}} | Expected an array",
        "'Type': 'Parallel', 'End': true, 'Branches': [{'StartAt': 'S', 'States': {'S': {'Type': 'Succeed'}}}] | Duplicate State name: S",
        "'Type': 'Parallel', 'End': true, 'Branches': [{'StartAt': 'X', 'States': {'A': {'Type': 'Succeed'}}}] | Missing state \"X\", at /States/S/Branches[0]/StartAt",
      })
  void refusesAState(String fields, String complaint) {
    assertThatThrownBy(
            () ->
                read(
                    "{'QueryLanguage': 'JSONata', 'StartAt': 'S', 'States': {'S': {"
                        + fields
                        + "}}}"))
        .isInstanceOf(AwsError.class)
        .hasMessageStartingWith("Invalid State Machine Definition: '")
        .hasMessageContaining(complaint)
        .satisfies(e -> assertThat(((AwsError) e).code()).isEqualTo("InvalidDefinition"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{                                                             | INVALID_JSON_DESCRIPTION",
        "{'StartAt': 'A', 'StartAt': 'A'}                              | Duplicate field",
        "[]                                                            | [OBJECT]",
        "{'QueryLanguage': 'JSONata', 'States': {}}                    | 'StartAt' is required",
        "{'QueryLanguage': 'JSONata', 'StartAt': 'A', 'States': {}}    | at least one state",
        "{'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}}        | The state 'A' uses JSONPath",
        "{'QueryLanguage': 'JSONata', 'StartAt': 'A', 'Speed': 1, 'States': {'A': {'Type': 'Succeed'}}} | Field 'Speed' is not supported at /Speed",
        "{'QueryLanguage': 'JSONata', 'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}, 'B': {'Type': 'Succeed'}}} | State \"B\" is not reachable",
      })
  void refusesAMachine(String definition, String complaint) {
    assertThatThrownBy(() -> read(definition))
        .isInstanceOf(AwsError.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void takesJsonataThatEachStateDeclares() {
    Machine machine =
        read("{'StartAt': 'A', 'States': {'A': {'Type': 'Succeed', 'QueryLanguage': 'JSONata'}}}");

    assertThat(machine.flow().startAt()).isEqualTo("A");
  }

  @Test
  void refusesToAssignAVariableOfAnOuterFlow() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    {'QueryLanguage': 'JSONata', 'StartAt': 'P', 'States': {
                      'P': {'Type': 'Parallel', 'Assign': {'x': 1}, 'End': true, 'Branches': [
                        {'StartAt': 'In', 'States': {
                          'In': {'Type': 'Pass', 'Assign': {'x': 2}, 'End': true}}}]}}}
                    """))
        .hasMessageContaining("'x' belongs to an outer scope at /States/In/Assign");
  }

  private static Machine read(String definition) {
    return DefinitionReader.read(
        definition.replace('\'', '"'),
        task -> task.resource().equals("r") ? Optional.empty() : Optional.of("not this resource"));
  }
}
