package dev.darkroom.local.identity;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;

/**
 * Access tokens of an uploader that a pool would not give, each with one flaw: for tests of what
 * must refuse them.
 */
public final class PoolTokens {
  private static final Duration LIFE = Duration.ofHours(1);

  private PoolTokens() {}

  /** Signed by the pool's key, expired a second ago. */
  public static String expired(UserPool pool, String clientId, String sub) {
    Instant end = Instant.now().minusSeconds(1);
    return pool.signer().sign(claims(pool.issuer(), clientId, sub, end).build());
  }

  /** Signed by the pool's key, good from an hour from now on. */
  public static String notYetValid(UserPool pool, String clientId, String sub) {
    Instant start = Instant.now().plus(LIFE);
    return pool.signer()
        .sign(
            claims(pool.issuer(), clientId, sub, start.plus(LIFE))
                .notBeforeTime(Date.from(start))
                .build());
  }

  /** Right in every claim, signed by a key that is not the pool's. */
  public static String foreign(UserPool pool, String clientId, String sub) {
    return new TokenSigner(pool.issuer(), InstantSource.system())
        .sign(good(pool, clientId, sub).build());
  }

  /** Good but for its signature, which is another's under the pool's key id. */
  public static String wronglySigned(UserPool pool, String clientId, String sub) {
    String token = pool.signer().sign(good(pool, clientId, sub).build());
    String foreign = foreign(pool, clientId, sub);
    return token.substring(0, token.lastIndexOf('.')) + foreign.substring(foreign.lastIndexOf('.'));
  }

  /** Signed by the pool's key, in the name of another issuer. */
  public static String ofAnotherIssuer(UserPool pool, String clientId, String sub) {
    return pool.signer().sign(good(pool, clientId, sub).issuer(pool.issuer() + "_other").build());
  }

  /** Signed by the pool's key, for another app client. */
  public static String forAnotherClient(UserPool pool, String sub) {
    return pool.signer().sign(good(pool, "another-client", sub).build());
  }

  /** Right in every claim, with the algorithm {@code none} and no signature. */
  public static String unsigned(UserPool pool, String clientId, String sub) {
    return Base64URL.encode("{\"alg\":\"none\",\"kid\":\"" + keyId(pool, clientId, sub) + "\"}")
        + "."
        + Base64URL.encode(good(pool, clientId, sub).build().toString())
        + ".";
  }

  private static String keyId(UserPool pool, String clientId, String sub) {
    String token = pool.signer().sign(good(pool, clientId, sub).build());
    String header = new Base64URL(token.substring(0, token.indexOf('.'))).decodeToString();
    return header.replaceFirst(".*\"kid\":\"([^\"]+)\".*", "$1");
  }

  private static JWTClaimsSet.Builder good(UserPool pool, String clientId, String sub) {
    return claims(pool.issuer(), clientId, sub, Instant.now().plus(LIFE));
  }

  private static JWTClaimsSet.Builder claims(URI issuer, String clientId, String sub, Instant end) {
    return new JWTClaimsSet.Builder()
        .issuer(issuer.toString())
        .subject(sub)
        .claim("client_id", clientId)
        .claim("token_use", "access")
        .claim("scope", "openid email profile")
        .claim("cognito:groups", List.of("uploader"))
        .issueTime(Date.from(Instant.now().minus(LIFE)))
        .expirationTime(Date.from(end));
  }
}
