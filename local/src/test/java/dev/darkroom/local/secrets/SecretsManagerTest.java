package dev.darkroom.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.local.http.LoopbackServer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** An SDK client against the embedded service. */
class SecretsManagerTest {
  private static final String ARN =
      "arn:aws:secretsmanager:us-east-1:000000000000:secret:my-key-a1B2c3";

  private LoopbackServer server;
  private SecretsManagerClient client;

  @BeforeEach
  void start() throws IOException {
    server = LoopbackServer.start(0, new SecretsManager(Map.of(ARN, "line 1\nline 2")).endpoint());
    client =
        SecretsManagerClient.builder()
            .endpointOverride(server.uri())
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void aSecretIsReadByItsArn() {
    GetSecretValueResponse secret = client.getSecretValue(get -> get.secretId(ARN));

    assertThat(secret.secretString()).isEqualTo("line 1\nline 2");
    assertThat(secret.arn()).isEqualTo(ARN);
    assertThat(secret.name()).isEqualTo("my-key");
    assertThat(secret.versionStages()).containsExactly("AWSCURRENT");
  }

  @Test
  void aSecretThatIsNotThereIsNotFound() {
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> client.getSecretValue(get -> get.secretId("arn:other")));
  }

  @Test
  void anotherVersionIsNotFound() {
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(
            () -> client.getSecretValue(get -> get.secretId(ARN).versionStage("AWSPREVIOUS")));
  }

  @Test
  void everyOtherCallIsRefusedByName() {
    assertThatExceptionOfType(SecretsManagerException.class)
        .isThrownBy(() -> client.createSecret(create -> create.name("a").secretString("b")))
        .withMessageContaining("secretsmanager.CreateSecret")
        .withMessageContaining("not supported locally");
  }
}
