package dev.darkroom.local.deploy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.local.template.InvalidTemplate;
import dev.darkroom.local.template.UnsupportedTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of CloudFront cannot be had locally is refused by name. */
class CdnDeployersTest {
  @TempDir private Path folder;

  @Test
  void aDistributionThatTakesUnsignedUrlsIsRefused() {
    assertThatThrownBy(
            () ->
                deploy(
                    """
                    Access:
                      Type: AWS::CloudFront::OriginAccessControl
                      Properties:
                        OriginAccessControlConfig:
                          Name: a
                          OriginAccessControlOriginType: s3
                          SigningBehavior: always
                          SigningProtocol: sigv4
                    Cdn:
                      Type: AWS::CloudFront::Distribution
                      Properties:
                        DistributionConfig:
                          Enabled: true
                          Origins:
                            - Id: bucket
                              DomainName: bucket.s3.us-east-1.amazonaws.com
                              OriginAccessControlId: !GetAtt Access.Id
                              S3OriginConfig: { OriginAccessIdentity: "" }
                          DefaultCacheBehavior:
                            TargetOriginId: bucket
                            ViewerProtocolPolicy: https-only
                            AllowedMethods: [GET, HEAD]
                    """))
        .isInstanceOf(UnsupportedTemplate.class)
        .hasMessageContaining("Cdn")
        .hasMessageContaining("TrustedKeyGroups");
  }

  @Test
  void whatIsNoKeyIsRefused() {
    assertThatThrownBy(
            () ->
                deploy(
                    """
                    Key:
                      Type: AWS::CloudFront::PublicKey
                      Properties:
                        PublicKeyConfig:
                          Name: a
                          CallerReference: a
                          EncodedKey: AAAA
                    """))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessageContaining("Key")
        .hasMessageContaining("EncodedKey");
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
