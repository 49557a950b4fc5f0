package dev.darkroom.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

/**
 * Signs the pool's access and ID tokens with RS256, with the claims that Cognito gives.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html">The
 *     access token</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html">The
 *     ID token</a>
 */
final class TokenSigner {
  private final String issuer;
  private final InstantSource clock;
  private final RSAKey key;

  TokenSigner(URI issuer, InstantSource clock) {
    this.issuer = issuer.toString();
    this.clock = clock;
    this.key = newKey();
  }

  /** The public key set. */
  String jwks() {
    return new JWKSet(key).toString(true);
  }

  String accessToken(AuthorizationCodes.Grant grant) {
    JWTClaimsSet.Builder claims =
        claims(grant, "access")
            .claim("client_id", grant.request().client().id())
            .claim("scope", String.join(" ", grant.request().scopes()))
            .claim("username", grant.user().userName())
            .claim("version", 2);
    return sign(claims.build());
  }

  String idToken(AuthorizationCodes.Grant grant) {
    JWTClaimsSet.Builder claims =
        claims(grant, "id")
            .audience(grant.request().client().id())
            .claim("cognito:username", grant.user().userName())
            .claim("email", grant.user().email())
            .claim("email_verified", grant.user().emailVerified());
    grant.request().nonce().ifPresent(nonce -> claims.claim("nonce", nonce));
    return sign(claims.build());
  }

  /** The claims of an access token of this pool that holds now. */
  Optional<JWTClaimsSet> verifyAccessToken(String text) {
    try {
      SignedJWT token = SignedJWT.parse(text);
      JWTClaimsSet claims = token.getJWTClaimsSet();
      boolean holds =
          token.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)
              && token.verify(new RSASSAVerifier(key))
              && issuer.equals(claims.getIssuer())
              && "access".equals(claims.getStringClaim("token_use"))
              && claims.getSubject() != null
              && claims.getExpirationTime() != null
              && clock.instant().isBefore(claims.getExpirationTime().toInstant());
      return holds ? Optional.of(claims) : Optional.empty();
    } catch (ParseException | JOSEException e) {
      return Optional.empty();
    }
  }

  private JWTClaimsSet.Builder claims(AuthorizationCodes.Grant grant, String use) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .subject(grant.user().sub())
            .claim("token_use", use)
            .claim("auth_time", grant.at().getEpochSecond())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(grant.request().client().accessTokenLife())))
            .jwtID(UUID.randomUUID().toString());
    if (!grant.user().groups().isEmpty()) {
      claims.claim("cognito:groups", grant.user().groups());
    }
    return claims;
  }

  String sign(JWTClaimsSet claims) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("The pool's key does not sign.", e);
    }
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("No RSA key can be made.", e);
    }
  }
}
