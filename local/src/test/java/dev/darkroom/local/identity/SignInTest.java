package dev.darkroom.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignInTest {
  private static final URI CALLBACK = URI.create("http://127.0.0.1:4173/callback?from=pool");
  private static UserPool pool;

  @BeforeAll
  static void start() throws Exception {
    pool = UserPool.start(0, "us-east-1_Darkroom1");
    pool.addClient("site", List.of(CALLBACK.toString()));
    pool.addUser(
        new User("sub-ada", "ada", "ada@example.com", List.of("admin", "uploader")),
        "pässwörd &=+");
  }

  @AfterAll
  static void stop() {
    pool.close();
  }

  @Test
  void givesAnAccessTokenAsCognitoMakesThem() throws Exception {
    Tokens tokens = SignIn.withPassword(pool.issuer(), "site", CALLBACK, "ada", "pässwörd &=+");
    JWTClaimsSet claims = verified(tokens.accessToken());

    assertThat(tokens.life()).isEqualTo(Duration.ofMinutes(60));
    assertThat(claims.getIssuer()).isEqualTo(pool.issuer().toString());
    assertThat(claims.getSubject()).isEqualTo("sub-ada");
    assertThat(claims.getStringClaim("client_id")).isEqualTo("site");
    assertThat(claims.getStringClaim("token_use")).isEqualTo("access");
    assertThat(claims.getStringClaim("scope")).isEqualTo("openid email profile");
    assertThat(claims.getStringClaim("username")).isEqualTo("ada");
    assertThat(claims.getStringListClaim("cognito:groups")).containsExactly("admin", "uploader");
    assertThat(claims.getLongClaim("auth_time")).isPositive();
    assertThat(claims.getJWTID()).isNotEmpty();
    assertThat(claims.getAudience()).isEmpty();
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofMinutes(60));
  }

  @Test
  void givesAnIdTokenAsCognitoMakesThem() throws Exception {
    Tokens tokens = SignIn.withPassword(pool.issuer(), "site", CALLBACK, "ada", "pässwörd &=+");
    JWTClaimsSet claims = verified(tokens.idToken());

    assertThat(claims.getAudience()).containsExactly("site");
    assertThat(claims.getStringClaim("token_use")).isEqualTo("id");
    assertThat(claims.getStringClaim("email")).isEqualTo("ada@example.com");
    assertThat(claims.getStringClaim("cognito:username")).isEqualTo("ada");
    assertThat(claims.getStringListClaim("cognito:groups")).containsExactly("admin", "uploader");
    assertThat(claims.getClaim("client_id")).isNull();
  }

  @Test
  void keepsTokensOutOfTheirDescription() throws Exception {
    Tokens tokens = SignIn.withPassword(pool.issuer(), "site", CALLBACK, "ada", "pässwörd &=+");

    assertThat(tokens.toString()).doesNotContain(tokens.accessToken(), tokens.idToken());
  }

  @Test
  void isRefusedWithAWrongPassword() {
    assertThatThrownBy(
            () -> SignIn.withPassword(pool.issuer(), "site", CALLBACK, "ada", "password"))
        .isInstanceOf(SignInRefused.class)
        .hasMessage("Incorrect username or password.");
  }

  @Test
  void isRefusedAsAnUnknownClient() {
    assertThatThrownBy(
            () -> SignIn.withPassword(pool.issuer(), "nobody", CALLBACK, "ada", "pässwörd &=+"))
        .isInstanceOf(SignInRefused.class)
        .hasMessageContaining("client");
  }

  private static JWTClaimsSet verified(String token) throws Exception {
    SignedJWT jwt = SignedJWT.parse(token);
    RSAKey key =
        JWKSet.load(pool.jwks().toURL()).getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
    assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
    assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
    return jwt.getJWTClaimsSet();
  }
}
