package dev.darkroom.local.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.local.deploy.Ports.Part;
import dev.darkroom.local.identity.UserPool;
import dev.darkroom.local.template.Properties;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The user pool, its app client, groups and domain. */
final class IdentityDeployers {
  private static final int POOL_ID_SUFFIX = 9;
  private static final int CLIENT_ID_LENGTH = 26;

  private final Services services;
  private final Map<String, UserPool> pools = new ConcurrentHashMap<>();

  IdentityDeployers(Services services) {
    this.services = services;
  }

  Deployed userPool(String logicalId, Properties properties) throws IOException {
    properties.withoutEffect(
        "AdminCreateUserConfig",
        "AutoVerifiedAttributes",
        "Policies",
        "UsernameAttributes",
        "UserPoolName",
        "UserPoolTags");
    if (!pools.isEmpty()) {
      throw properties.place().unsupported("is a second user pool");
    }
    String id = services.stack.region() + "_" + stableId(logicalId, POOL_ID_SUFFIX);
    UserPool pool = services.closeWithTheCloud(UserPool.start(services.port(Part.IDENTITY), id));
    pools.put(id, pool);
    return new Deployed(
        id,
        Map.of(
            "UserPoolId",
            id,
            "Arn",
            "arn:aws:cognito-idp:%s:%s:userpool/%s"
                .formatted(services.stack.region(), services.stack.accountId(), id),
            "ProviderURL",
            pool.issuer().toString(),
            "ProviderName",
            pool.issuer().toString().replaceFirst("^https?://", "")));
  }

  Deployed userPoolClient(String logicalId, Properties properties) {
    properties.withoutEffect(
        "AllowedOAuthScopes", "ClientName", "LogoutURLs", "PreventUserExistenceErrors");
    if (properties.flag("GenerateSecret", false)) {
      throw properties.place("GenerateSecret").unsupported("has to be false: clients are public");
    }
    if (!properties.texts("AllowedOAuthFlows").equals(java.util.List.of("code"))
        || !properties.flag("AllowedOAuthFlowsUserPoolClient", false)) {
      throw properties.place("AllowedOAuthFlows").unsupported("has to be the code flow alone");
    }
    if (!properties.texts("SupportedIdentityProviders").equals(java.util.List.of("COGNITO"))) {
      throw properties.place("SupportedIdentityProviders").unsupported("has to be COGNITO alone");
    }
    String id = stableId(logicalId, CLIENT_ID_LENGTH);
    pool(properties).addClient(id, properties.texts("CallbackURLs"));
    return new Deployed(id, Map.of("ClientId", id));
  }

  Deployed userPoolGroup(String logicalId, Properties properties) {
    pool(properties);
    properties.withoutEffect("Description", "Precedence");
    return new Deployed(properties.text("GroupName"), Map.of());
  }

  /** The pages stand at the issuer's own address locally. */
  Deployed userPoolDomain(String logicalId, Properties properties) {
    pool(properties);
    return new Deployed(properties.text("Domain"), Map.of());
  }

  /** The pool that a template declares. */
  UserPool onlyPool() {
    return pools.values().stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The template declares no user pool."));
  }

  private UserPool pool(Properties properties) {
    UserPool pool = pools.get(properties.text("UserPoolId"));
    if (pool == null) {
      throw properties.place("UserPoolId").unsupported("is not a pool of this template");
    }
    return pool;
  }

  /** The same in every run, so that clients keep their settings. */
  private String stableId(String logicalId, int length) {
    byte[] seed = (services.stack.name() + "/" + logicalId).getBytes(UTF_8);
    return HexFormat.of()
        .formatHex(UUID.nameUUIDFromBytes(seed).toString().getBytes(UTF_8))
        .substring(0, length);
  }
}
