package dev.darkroom.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

  @Test
  void readsAFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("template.yaml");
    Files.writeString(
        file,
        Templates.HEAD
            + """
            AWSTemplateFormatVersion: 2010-09-09
            Resources:
              Bucket:
                Type: AWS::S3::Bucket
                DeletionPolicy: Retain
                DependsOn: Other
                Properties: {BucketName: a}
              Other: {Type: AWS::SQS::Queue}
            """);

    Resource bucket = Template.read(file).resource("Bucket").orElseThrow();

    assertThat(bucket.type()).isEqualTo("AWS::S3::Bucket");
    assertThat(bucket.dependsOn()).containsExactly("Other");
    assertThat(bucket.properties().toString()).isEqualTo("{\"BucketName\":\"a\"}");
  }

  @Test
  void mergesGlobalsAsSamDoes() {
    Template template =
        Templates.of(
            """
            Globals:
              Function:
                Timeout: 10
                MemorySize: 512
                Architectures: [arm64]
                Environment: {Variables: {TABLE: jobs, LEVEL: info}}
                Tags: !Ref AWS::NoValue
            Resources:
              F:
                Type: AWS::Serverless::Function
                Properties:
                  Timeout: 30
                  Architectures: [x86_64]
                  Environment: {Variables: {LEVEL: debug, OWN: 1}}
                  Tags: {a: b}
              Q: {Type: AWS::SQS::Queue}
            """);

    assertThat(template.resource("F").orElseThrow().properties().toString().replace('"', '\''))
        .isEqualTo(
            "{'Timeout':30,'MemorySize':512,'Architectures':['arm64','x86_64'],"
                + "'Environment':{'Variables':{'TABLE':'jobs','LEVEL':'debug','OWN':1}},"
                + "'Tags':{'a':'b'}}");
    assertThat(template.resource("Q").orElseThrow().properties()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Mappings: {A: {b: {c: d}}}       | template.yaml has the section Mappings, which is not",
        "Rules: {}                        | has the section Rules",
        "Globals: {Api: {Name: a}}        | Globals Api is not supported locally",
        "Parameters: {A: {Type: AWS::SSM::Parameter::Value<String>}} | Parameter A has the type",
        "Outputs: {A: {Value: b, Export: {Name: c}}} | Output A: property Export is not supported",
      })
  void refusesSectionsThatAreNotSupported(String section, String problem) {
    assertThatThrownBy(() -> Templates.of(section + "\nResources: {Q: {Type: AWS::SQS::Queue}}"))
        .isInstanceOf(UnsupportedTemplate.class)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{Q: {Properties: {}}}                     | Resource Q has no Type",
        "{a-b: {Type: T}}                          | must have a name of letters and digits",
        "{Q: {Type: T, Properties: []}}            | Resource Q (T) has Properties that are no map",
        "{Q: {Type: T, DependsOn: X}}              | Resource Q (T) depends on X, which is no",
        "{Q: {Type: T, DependsOn: {}}}             | has a DependsOn that is no list",
        "{Q: {Type: T, Condition: []}}             | has a Condition that is no condition's name",
        "{Q: {Type: T, Properties: {A: [!Ref X]}}} | Resource Q (T): property A[0] refers to X,",
        "{}                                        | must have at least one resource",
        "[]                                        | must have at least one resource",
      })
  void refusesWrongResources(String resources, String problem) {
    assertThatThrownBy(() -> Templates.of("Resources: " + resources))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessageContaining(problem);
  }

  @Test
  void refusesAttributesThatAreNotSupported() {
    assertThatThrownBy(() -> Templates.of("Resources: {Q: {Type: T, CreationPolicy: {}}}"))
        .isInstanceOf(UnsupportedTemplate.class)
        .hasMessage(
            "Resource Q (T) has the attribute CreationPolicy, which is not supported locally");
  }

  @Test
  void refusesFunctionPropertiesThatAreNeverGlobal() {
    assertThatThrownBy(
            () ->
                Templates.of(
                    "Globals: {Function: {Policies: []}}\nResources: {Q: {Type: AWS::SQS::Queue}}"))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessageStartingWith("Globals Function: property Policies is no property");
  }

  @ParameterizedTest
  @CsvSource({"''", "Transform: AWS::Include", "'Transform: [AWS::Serverless-2016-10-31, Own]'"})
  void refusesOtherTransforms(String transform) {
    assertThatThrownBy(
            () -> Template.parse("t.yaml", transform + "\nResources: {Q: {Type: AWS::SQS::Queue}}"))
        .isInstanceOf(UnsupportedTemplate.class)
        .hasMessageStartingWith("t.yaml must have the Transform");
  }

  @Test
  void deploysWhatIsReferredToFirst() {
    Template template =
        Templates.of(
            """
            Conditions:
              Never: !Equals [a, b]
            Resources:
              Machine:
                Type: AWS::Serverless::StateMachine
                Properties: {A: !Sub "${Resize.Alias}", B: [!GetAtt Table.Arn]}
              Free: {Type: AWS::SQS::Queue}
              Resize:
                Type: AWS::Serverless::Function
                Properties: {Bucket: !Ref Bucket, M: !If [Never, !Ref Machine, x]}
              Bucket: {Type: AWS::S3::Bucket, DependsOn: [Gone, Policy]}
              Table: {Type: AWS::DynamoDB::Table}
              Policy:
                Type: AWS::IAM::Policy
                Properties: {Role: !Ref LogRole, V: !Sub ["${Machine}", {Machine: 1}]}
              Log: {Type: AWS::Serverless::Function}
              Gone: {Type: AWS::SQS::Queue, Condition: Never, DependsOn: Bucket}
            """);

    List<Resource> order = template.deploymentOrder(Templates.scope(template));

    assertThat(order)
        .extracting(Resource::logicalId)
        .containsExactly("Free", "Table", "Log", "Policy", "Bucket", "Resize", "Machine");
  }

  @Test
  void namesACircle() {
    Template template =
        Templates.of(
            """
            Resources:
              A: {Type: T, Properties: {X: !Ref B}}
              B: {Type: T, Properties: {X: !GetAtt C.Arn}}
              C: {Type: T, DependsOn: B}
            """);

    assertThatThrownBy(() -> template.deploymentOrder(Templates.scope(template)))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessage("Resources refer to each other in a circle: B -> C -> B");
  }
}
