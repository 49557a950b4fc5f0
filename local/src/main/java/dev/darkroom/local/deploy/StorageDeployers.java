package dev.darkroom.local.deploy;

import dev.darkroom.local.s3.ObjectStorage;
import dev.darkroom.local.template.Properties;
import dev.darkroom.local.template.Stack;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Buckets and their policies.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-s3-bucket.html">
 *     AWS::S3::Bucket</a>
 */
final class StorageDeployers {
  private final Stack stack;
  private final ObjectStorage storage;
  private boolean hasCors;

  StorageDeployers(Services services) {
    this.stack = services.stack;
    this.storage = services.storage;
  }

  Deployed bucket(String logicalId, Properties properties) {
    String name =
        properties
            .optionalText("BucketName")
            .orElseGet(() -> (stack.name() + "-" + logicalId).toLowerCase(Locale.ROOT));
    properties.withoutEffect(
        "BucketEncryption", "OwnershipControls", "PublicAccessBlockConfiguration", "Tags");
    boolean events =
        properties
            .optionalObject("NotificationConfiguration")
            .flatMap(notifications -> notifications.optionalObject("EventBridgeConfiguration"))
            .map(eventBridge -> eventBridge.flag("EventBridgeEnabled", true))
            .orElse(false);
    storage.createBucket(name, events);
    properties.optionalObject("CorsConfiguration").ifPresent(this::cors);
    return new Deployed(
        name,
        Map.of(
            "Arn", "arn:aws:s3:::" + name,
            "DomainName", name + ".s3.amazonaws.com",
            "RegionalDomainName", name + ".s3." + stack.region() + ".amazonaws.com"));
  }

  /** Policies are not evaluated locally. */
  Deployed bucketPolicy(String logicalId, Properties properties) {
    properties.text("Bucket");
    properties.withoutEffect("PolicyDocument");
    return new Deployed(logicalId, Map.of());
  }

  private void cors(Properties configuration) {
    List<Properties> rules = configuration.objects("CorsRules");
    if (rules.size() != 1 || hasCors) {
      throw configuration
          .place("CorsRules")
          .unsupported("has to be the one rule of the one bucket");
    }
    hasCors = true;
    Properties rule = rules.get(0);
    rule.withoutEffect("MaxAge", "Id");
    storage.allowOrigins(
        rule.texts("AllowedOrigins"),
        rule.texts("AllowedMethods"),
        rule.texts("AllowedHeaders"),
        rule.texts("ExposedHeaders"));
  }
}
