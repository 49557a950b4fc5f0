package dev.darkroom.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "!Ref Name                                   | 'dark'",
        "!Ref Max                                    | '5'",
        "!Ref Sizes                                  | ['1280', '480']",
        "!Ref AWS::Region                            | 'eu-west-1'",
        "!Ref AWS::AccountId                         | '123456789012'",
        "!Sub '${AWS::Partition} ${AWS::URLSuffix}'  | 'aws amazonaws.com'",
        "!Ref AWS::StackName                         | 'darkroom'",
        "[1, !Ref AWS::NoValue, 2]                   | [1, 2]",
        "{A: !Ref AWS::NoValue, B: 1}                | {'B': 1}",
        "!Ref Bucket                                 | 'the-bucket'",
        "!GetAtt Bucket.Arn                          | 'arn:aws:s3:::the-bucket'",
        "{'Fn::GetAtt': Bucket.Arn}                  | 'arn:aws:s3:::the-bucket'",
        "!Ref Resize.Alias                           | 'arn:resize:live'",
        "!Ref ResizeRole                             | 'resize-role'",
        "!Sub '${Bucket}/${Bucket.Arn}/${!Name}'     | 'the-bucket/arn:aws:s3:::the-bucket/${Name}'",
        "!Sub ['${A}${Max}', {A: !Ref Name}]         | 'dark5'",
        "!Sub '$5 {b}'                               | '$5 {b}'",
        "!Join ['-', [a, !Ref Name, 3]]              | 'a-dark-3'",
        "!Join [',', !Ref Sizes]                     | '1280,480'",
        "!Select [1, !Ref Sizes]                     | '480'",
        "!Split ['.', 'a.b.']                        | ['a', 'b', '']",
        "!Select [2, !Split [':', !GetAtt Bucket.Arn]] | 's3'",
        "!If [IsDark, 1, 2]                          | 1",
        "!If [IsLight, !Ref Absent, {A: !Ref Max}]   | {'A': '5'}",
        "{A: !If [IsLight, 1, !Ref AWS::NoValue]}    | {}",
      })
  void resolves(String yaml, String json) throws Exception {
    assertThat(resolved(yaml).json("Value").toString())
        .isEqualTo(new ObjectMapper().readTree(json.replace('\'', '"')).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "!Ref Nope                     | refers to Nope, which is no parameter and no resource",
        "!Sub '${Nope.Arn}'            | refers to Nope.Arn, which is no parameter",
        "!GetAtt Name.Arn              | refers to Name, which is no parameter and no resource",
        "!Ref Absent                   | refers to Absent, which the condition IsLight leaves out",
        "!If [Nope, 1, 2]              | refers to the condition Nope, which is not declared",
        "!If [IsDark, 1]               | has a Fn::If that must have a list of 3",
        "!Select [2, !Ref Sizes]       | has a Fn::Select of item 2 in a list of 2 items",
        "!Select [0, !Ref Name]        | has a list function over what is no list",
        "!Sub '${Sizes}'               | puts together a text from what is no text",
        "!Sub '${a b}'                 | ${a b}, which is no name",
        "!Equals [a, b]                | uses Fn::Equals, which belongs into Conditions",
        "{'Fn::Sub': a, B: 1}          | has other keys beside an intrinsic function",
        "!Ref [a]                      | has a Ref that must have a text",
      })
  void refusesWhatIsWrong(String yaml, String problem) {
    assertThatThrownBy(() -> resolved(yaml))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessageStartingWith("Resource Q (AWS::SQS::Queue): property Value")
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "!Base64 a                | uses Fn::Base64, which is not supported locally",
        "!FindInMap [A, b, c]     | uses Fn::FindInMap, which is not supported locally",
        "!ImportValue a           | uses Fn::ImportValue, which is not supported locally",
        "!Ref AWS::Nope           | refers to AWS::Nope, which is not supported locally",
        "!GetAtt Bucket.Url       | the attribute Url of Bucket (AWS::S3::Bucket), which is not",
        "!Ref ResizeAliasOld      | refers to ResizeAliasOld, which SAM may generate",
      })
  void refusesWhatIsNotSupported(String yaml, String problem) {
    assertThatThrownBy(() -> resolved(yaml))
        .isInstanceOf(UnsupportedTemplate.class)
        .hasMessageStartingWith("Resource Q (AWS::SQS::Queue): property Value")
        .hasMessageContaining(problem);
  }

  @Test
  void givesTheOutputsThatConditionsLetBe() {
    Scope scope =
        Templates.scope(
            Templates.of(
                """
                Conditions:
                  Never: !Equals [a, b]
                Resources:
                  Bucket: {Type: AWS::S3::Bucket}
                Outputs:
                  Url: {Description: where, Value: !Sub 'https://${Bucket}/'}
                  Other: {Condition: Never, Value: x}
                """));
    scope.deployed("Bucket", "the-bucket", Map.of());

    assertThat(scope.outputs()).containsExactly(Map.entry("Url", "https://the-bucket/"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "!And [!Equals [a, a], !Equals [b, b]]       | true",
        "!And [!Equals [a, a], !Equals [a, b]]       | false",
        "!Or [!Equals [a, b], !Equals [b, b]]        | true",
        "!Or [!Condition Base, !Condition Base]      | false",
        "!Not [!Condition Base]                      | true",
        "!Equals [!Join ['-', [a, b]], 'a-b']        | true",
      })
  void evaluatesConditions(String condition, boolean expected) {
    assertThat(condition(condition)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "!Equals [a]                    | a Fn::Equals that must have a list of 2",
        "!Not [!Condition Nope]         | refers to the condition Nope, which is not declared",
        "!Not [!Condition C]            | refers to itself through C",
        "!Equals [!Ref B, a]            | refers to B, which is no parameter",
        "!Equals [!GetAtt B.Arn, a]     | refers to B.Arn, but may only refer to parameters",
        "true                           | must be a condition function",
      })
  void refusesWrongConditions(String condition, String problem) {
    assertThatThrownBy(() -> condition(condition))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessageStartingWith("Condition C")
        .hasMessageContaining(problem);
  }

  private static boolean condition(String condition) {
    Template template =
        Templates.of(
            """
            Conditions:
              C: %s
              Base: !Equals [a, b]
            Resources:
              B: {Type: AWS::S3::Bucket}
            """
                .formatted(condition));
    return Templates.scope(template).condition("C", Place.of("Test"));
  }

  private static Properties resolved(String yaml) {
    Template template = Templates.withValue(yaml);
    Scope scope = Templates.scope(template);
    scope.deployed("Bucket", "the-bucket", Map.of("Arn", "arn:aws:s3:::the-bucket"));
    scope.deployed("Resize", "resize", Map.of("Alias", "arn:resize:live"));
    scope.deployed("ResizeRole", "resize-role", Map.of());
    return scope.properties(template.resource("Q").orElseThrow());
  }
}
