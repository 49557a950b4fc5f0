package dev.darkroom.local.deploy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.local.template.InvalidTemplate;
import dev.darkroom.local.template.UnsupportedTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the local run cannot do, it refuses by name at the start. */
class EmbeddedCloudTest {
  @TempDir private Path folder;

  @Test
  void aResourceThatIsNotSupportedIsNamed() {
    assertThatThrownBy(
            () ->
                deploy(
                    """
                    Stream:
                      Type: AWS::Kinesis::Stream
                      Properties:
                        ShardCount: 1
                    """))
        .isInstanceOf(UnsupportedTemplate.class)
        .hasMessageContaining("Stream")
        .hasMessageContaining("AWS::Kinesis::Stream");
  }

  @Test
  void aPropertyThatIsNotSupportedIsNamed() {
    assertThatThrownBy(
            () ->
                deploy(
                    """
                    Uploads:
                      Type: AWS::S3::Bucket
                      Properties:
                        LifecycleConfiguration:
                          Rules: []
                    """))
        .isInstanceOf(UnsupportedTemplate.class)
        .hasMessageContaining("Uploads")
        .hasMessageContaining("LifecycleConfiguration");
  }

  @Test
  void aNestedPropertyThatIsNotSupportedIsNamed() {
    assertThatThrownBy(
            () ->
                deploy(
                    """
                    Uploads:
                      Type: AWS::S3::Bucket
                      Properties:
                        NotificationConfiguration:
                          LambdaConfigurations:
                            - Event: s3:ObjectCreated:*
                              Function: arn
                    """))
        .isInstanceOf(UnsupportedTemplate.class)
        .hasMessageContaining("LambdaConfigurations");
  }

  @Test
  void anIntrinsicThatIsNotSupportedIsNamed() {
    assertThatThrownBy(
            () ->
                deploy(
                    """
                    Uploads:
                      Type: AWS::S3::Bucket
                      Properties:
                        BucketName: !ImportValue shared-bucket
                    """))
        .isInstanceOf(UnsupportedTemplate.class)
        .hasMessageContaining("ImportValue");
  }

  @Test
  void aFunctionWithoutItsArtifactIsNamed() {
    assertThatThrownBy(
            () ->
                deploy(
                    """
                    Step:
                      Type: AWS::Serverless::Function
                      Properties:
                        CodeUri: nowhere/lambda.jar
                        Handler: a.B::handleRequest
                        Runtime: java21
                    """))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessageContaining("Step")
        .hasMessageContaining("lambda.jar");
  }

  @Test
  void aParameterThatTheTemplateDoesNotHaveIsNamed() {
    assertThatThrownBy(
            () ->
                EmbeddedCloud.deploy(
                    Settings.of(template("Uploads:\n  Type: AWS::S3::Bucket\n"))
                        .withParameters(Map.of("Sizes", "1"))))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessageContaining("Sizes");
  }

  private void deploy(String resources) throws Exception {
    EmbeddedCloud.deploy(Settings.of(template(resources))).close();
  }

  private Path template(String resources) throws IOException {
    return Files.writeString(
        folder.resolve("template.yaml"),
        "Transform: AWS::Serverless-2016-10-31\nResources:\n" + resources.indent(2));
  }
}
