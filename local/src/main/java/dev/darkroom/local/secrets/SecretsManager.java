package dev.darkroom.local.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.http.AwsJsonService;
import dev.darkroom.local.http.Service;
import java.util.Map;

/**
 * AWS Secrets Manager, embedded: reads the secrets that it was started with. A template cannot make
 * one, so that none stands in a file of the project.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html">
 *     GetSecretValue</a>
 */
public final class SecretsManager {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String VERSION = "00000000-0000-4000-8000-000000000000";

  private final Map<String, String> secrets;

  /**
   * @param secrets the texts of secrets by their ARNs
   */
  public SecretsManager(Map<String, String> secrets) {
    this.secrets = Map.copyOf(secrets);
  }

  /** The service behind AWS's protocol; every other call is refused by name. */
  public Service endpoint() {
    return new AwsJsonService("secretsmanager", Map.of("GetSecretValue", this::getSecretValue));
  }

  private JsonNode getSecretValue(JsonNode request) {
    String arn = request.path("SecretId").asText();
    String secret = secrets.get(arn);
    if (secret == null) {
      throw AwsError.badRequest(
          "ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
    }
    if (!request.path("VersionStage").asText("AWSCURRENT").equals("AWSCURRENT")
        || !request.path("VersionId").asText(VERSION).equals(VERSION)) {
      throw AwsError.badRequest(
          "ResourceNotFoundException",
          "Secrets Manager can't find the specified secret value: there is AWSCURRENT alone.");
    }
    return JSON.objectNode()
        .put("ARN", arn)
        .put("Name", arn.substring(arn.lastIndexOf(':') + 1).replaceFirst("-[A-Za-z0-9]{6}$", ""))
        .put("SecretString", secret)
        .put("VersionId", VERSION)
        .set("VersionStages", JSON.arrayNode().add("AWSCURRENT"));
  }
}
