package dev.darkroom.local.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.local.cdn.Distribution;
import dev.darkroom.local.cdn.KeyGroup;
import dev.darkroom.local.deploy.Ports.Part;
import dev.darkroom.local.template.Properties;
import java.io.IOException;
import java.net.URI;
import java.security.PublicKey;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A distribution that delivers a bucket's objects by signed URLs, and what it is made of.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudfront-distribution.html">
 *     AWS::CloudFront::Distribution</a>
 */
final class CdnDeployers {
  private static final int ID_LENGTH = 13;
  private static final Set<String> METHODS = Set.of("GET", "HEAD");

  private final Services services;
  private final Map<String, PublicKey> keys = new HashMap<>();
  private final Map<String, Map<String, PublicKey>> groups = new HashMap<>();
  private final Set<String> accessControls = new HashSet<>();
  private boolean hasDistribution;

  CdnDeployers(Services services) {
    this.services = services;
  }

  Deployed publicKey(String logicalId, Properties properties) {
    Properties config = properties.object("PublicKeyConfig");
    config.withoutEffect("CallerReference", "Comment", "Name");
    String id = "K" + id(logicalId);
    try {
      keys.put(id, KeyGroup.read(config.text("EncodedKey")));
    } catch (IllegalArgumentException e) {
      throw config.place("EncodedKey").invalid(e.getMessage(), e);
    }
    return new Deployed(id, Map.of("Id", id));
  }

  Deployed keyGroup(String logicalId, Properties properties) {
    Properties config = properties.object("KeyGroupConfig");
    config.withoutEffect("Comment", "Name");
    Map<String, PublicKey> group = new HashMap<>();
    for (String keyId : config.texts("Items")) {
      if (!keys.containsKey(keyId)) {
        throw config.place("Items").unsupported("has to hold public keys of this template");
      }
      group.put(keyId, keys.get(keyId));
    }
    String id = UUID.nameUUIDFromBytes(logicalId.getBytes(UTF_8)).toString();
    groups.put(id, group);
    return new Deployed(id, Map.of("Id", id));
  }

  Deployed originAccessControl(String logicalId, Properties properties) {
    Properties config = properties.object("OriginAccessControlConfig");
    config.withoutEffect("Description", "Name");
    must(config, "OriginAccessControlOriginType", "s3");
    must(config, "SigningBehavior", "always");
    must(config, "SigningProtocol", "sigv4");
    String id = "E" + id(logicalId);
    accessControls.add(id);
    return new Deployed(id, Map.of("Id", id));
  }

  /** Nothing is cached locally. */
  Deployed cachePolicy(String logicalId, Properties properties) {
    properties.withoutEffect("CachePolicyConfig");
    return new Deployed(logicalId, Map.of("Id", logicalId));
  }

  /** Its domain is told with a scheme, since there is no TLS here. */
  Deployed distribution(String logicalId, Properties properties) throws IOException {
    if (hasDistribution) {
      throw properties.place().unsupported("is a second distribution");
    }
    hasDistribution = true;
    properties.withoutEffect("Tags");
    Properties config = properties.object("DistributionConfig");
    config.withoutEffect("Comment", "HttpVersion", "IPV6Enabled", "PriceClass");
    must(config, "Enabled", "true");
    List<Properties> origins = config.objects("Origins");
    if (origins.size() != 1) {
      throw config.place("Origins").unsupported("has to be one bucket");
    }
    Properties behaviour = config.object("DefaultCacheBehavior");
    must(behaviour, "TargetOriginId", origins.get(0).text("Id"));
    Distribution distribution =
        new Distribution(
            keyGroup(behaviour),
            new BucketOrigin(services, bucket(origins.get(0))),
            Clock.systemUTC());
    URI uri = services.serve(Part.CDN, distribution);
    String id = "E" + id(logicalId);
    return new Deployed(id, Map.of("Id", id, "DomainName", uri.toString()));
  }

  private KeyGroup keyGroup(Properties behaviour) {
    behaviour.withoutEffect(
        "CachedMethods",
        "CachePolicyId",
        "Compress",
        "ResponseHeadersPolicyId",
        "ViewerProtocolPolicy");
    if (!METHODS.equals(Set.copyOf(behaviour.texts("AllowedMethods")))) {
      throw behaviour.place("AllowedMethods").unsupported("has to be GET and HEAD");
    }
    Map<String, PublicKey> trusted = new HashMap<>();
    for (String group : behaviour.texts("TrustedKeyGroups")) {
      if (!groups.containsKey(group)) {
        throw behaviour
            .place("TrustedKeyGroups")
            .unsupported("has to hold key groups of this template");
      }
      trusted.putAll(groups.get(group));
    }
    if (trusted.isEmpty()) {
      throw behaviour.place("TrustedKeyGroups").unsupported("has to hold a key");
    }
    return new KeyGroup(trusted);
  }

  private String bucket(Properties origin) {
    origin.object("S3OriginConfig").withoutEffect("OriginAccessIdentity");
    if (!accessControls.contains(origin.text("OriginAccessControlId"))) {
      throw origin
          .place("OriginAccessControlId")
          .unsupported("has to be an origin access control of this template");
    }
    String suffix = ".s3." + services.stack.region() + ".amazonaws.com";
    String domain = origin.text("DomainName");
    if (!domain.endsWith(suffix)) {
      throw origin.place("DomainName").unsupported("has to be a bucket's regional domain name");
    }
    return domain.substring(0, domain.length() - suffix.length());
  }

  private static void must(Properties properties, String name, String value) {
    if (!properties.text(name).equals(value)) {
      throw properties.place(name).unsupported("has to be " + value);
    }
  }

  /** The same in every run. */
  private static String id(String logicalId) {
    return UUID.nameUUIDFromBytes(logicalId.getBytes(UTF_8))
        .toString()
        .replace("-", "")
        .substring(0, ID_LENGTH)
        .toUpperCase(Locale.ROOT);
  }
}
