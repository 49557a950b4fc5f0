package dev.darkroom.local.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;

/** Access tokens that a pool would not give: for tests of what must refuse them. */
public final class PoolTokens {
  private PoolTokens() {}

  /** Signed by the pool's key, expired a second ago. */
  public static String expired(UserPool pool, String clientId, String sub) {
    Instant end = Instant.now().minusSeconds(1);
    return pool.signer().sign(claims(pool.issuer(), clientId, sub, end));
  }

  /** Right in every claim, signed by a key that is not the pool's. */
  public static String foreign(UserPool pool, String clientId, String sub) {
    Instant end = Instant.now().plus(Duration.ofHours(1));
    return new TokenSigner(pool.issuer(), InstantSource.system())
        .sign(claims(pool.issuer(), clientId, sub, end));
  }

  private static JWTClaimsSet claims(URI issuer, String clientId, String sub, Instant end) {
    return new JWTClaimsSet.Builder()
        .issuer(issuer.toString())
        .subject(sub)
        .claim("client_id", clientId)
        .claim("token_use", "access")
        .claim("scope", "openid email profile")
        .issueTime(Date.from(end.minus(Duration.ofHours(1))))
        .expirationTime(Date.from(end))
        .build();
  }
}
