package dev.darkroom.local.gateway;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;

/**
 * An issuer's public keys, found by its discovery document, with API Gateway's limits on time and
 * size.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html">Quotas
 *     for HTTP APIs</a>
 */
final class IssuerKeys implements JWKSetSource<SecurityContext> {
  private static final int TIMEOUT_MILLIS = 1_500;
  private static final int MAX_BYTES = 150_000;
  private static final Duration CACHED = Duration.ofHours(2);
  private static final Duration REFRESH_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration FETCH_INTERVAL = Duration.ofSeconds(30);

  private final String issuer;
  private final ResourceRetriever http =
      new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_BYTES);

  private IssuerKeys(String issuer) {
    this.issuer = issuer;
  }

  /**
   * Keys that are kept for two hours and fetched again for an unknown key id, at most twice in 30
   * seconds: tokens with made-up key ids must not turn into requests to the issuer.
   */
  static JWKSource<SecurityContext> cached(String issuer) {
    return JWKSourceBuilder.create(new IssuerKeys(issuer))
        .cache(CACHED.toMillis(), REFRESH_TIMEOUT.toMillis())
        .rateLimited(FETCH_INTERVAL.toMillis())
        .refreshAheadCache(false)
        .build();
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator refreshEvaluator, long currentTime, SecurityContext context)
      throws KeySourceException {
    try {
      String discovery = fetch(URI.create(issuer + "/.well-known/openid-configuration"));
      URI jwks = JSONObjectUtils.getURI(JSONObjectUtils.parse(discovery), "jwks_uri");
      if (jwks == null) {
        throw new RemoteKeySourceException("The discovery document names no jwks_uri.", null);
      }
      return JWKSet.parse(fetch(jwks));
    } catch (IOException | ParseException | IllegalArgumentException e) {
      throw new RemoteKeySourceException("The keys of " + issuer + " cannot be fetched.", e);
    }
  }

  @Override
  public void close() {}

  private String fetch(URI uri) throws IOException {
    return http.retrieveResource(uri.toURL()).getContent();
  }
}
