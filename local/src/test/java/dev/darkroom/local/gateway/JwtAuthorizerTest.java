package dev.darkroom.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import dev.darkroom.local.http.Request;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JwtAuthorizerTest {
  private ForgedTokens tokens;
  private JwtAuthorizer authorizer;

  @BeforeEach
  void start() throws Exception {
    tokens = new ForgedTokens();
    authorizer = new JwtAuthorizer(tokens.issuer(), List.of("other", "site"));
  }

  @AfterEach
  void stop() {
    tokens.close();
  }

  @Test
  void acceptsAnAccessTokenByItsClientId() throws Exception {
    assertThat(accepted(tokens.signed(tokens.claims())).claims())
        .containsEntry("sub", "sub-ada")
        .containsEntry("client_id", "site");
  }

  @Test
  void acceptsEachRsaAlgorithm() throws Exception {
    for (JWSAlgorithm algorithm :
        List.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512)) {
      accepted(ForgedTokens.signed(tokens.claims(), algorithm, tokens.key()));
    }
  }

  @Test
  void acceptsAnIdTokenWhoseAudienceFits() throws Exception {
    Map<String, Object> claims = tokens.claimsWithout("client_id", "scope");
    claims.put("aud", "site");
    claims.put("token_use", "id");

    accepted(tokens.signed(claims));
  }

  @Test
  void acceptsATokenWithoutItsPrefix() throws Exception {
    authorizer.authorize(
        Requests.get("/", "Authorization", tokens.signed(tokens.claims())), List.of());
  }

  @Test
  void acceptsAnyTypeOfJwtSoLongAsItIsSigned() throws Exception {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(tokens.key().getKeyID())
            .type(new JOSEObjectType("at+jwt"))
            .build();

    accepted(ForgedTokens.signed(tokens.claims(), header, new RSASSASigner(tokens.key())));
  }

  @Test
  void readsTheHeaderThatItsIdentitySourceNames() throws Exception {
    JwtAuthorizer other =
        new JwtAuthorizer(tokens.issuer(), List.of("site"), "$request.header.X-Token");
    String token = tokens.signed(tokens.claims());

    other.authorize(Requests.get("/", "x-token", token), List.of());
    assertThat(refusal(other, Requests.get("/", "authorization", token)).challenge())
        .isEqualTo("Bearer");
    assertThatThrownBy(() -> new JwtAuthorizer("i", List.of("site"), "$request.querystring.token"))
        .hasMessageContaining("$request.querystring.token is not supported locally");
  }

  @Test
  void refusesARequestWithoutAToken() {
    AuthorizationRefused refused = refusal(authorizer, Requests.get("/"));

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.challenge()).isEqualTo("Bearer");
  }

  @Test
  void refusesOtherSchemesAndGarbage() throws Exception {
    String token = tokens.signed(tokens.claims());
    for (String value :
        List.of(
            "Basic YWRhOnB3",
            "Token " + token,
            "Bearer",
            "Bearer ",
            "Bearer a.b.c",
            "Bearer " + token + "x",
            "Bearer " + token + " " + token,
            "Bearer " + token.substring(0, token.lastIndexOf('.') + 1),
            "Bearer " + token.replaceFirst("\\..*\\.", ".e30."))) {
      assertThat(refusal(authorizer, Requests.get("/", "authorization", value)).status())
          .as(value)
          .isEqualTo(401);
    }
  }

  @Test
  void refusesTwoTokens() throws Exception {
    String bearer = "Bearer " + tokens.signed(tokens.claims());

    refusal(authorizer, Requests.get("/", "authorization", bearer, "authorization", bearer));
  }

  @Test
  void refusesAnUnsignedToken() {
    assertRefused(tokens.unsigned(), "not a signed JWT");
  }

  @Test
  void refusesThePublicKeyAsASecret() throws Exception {
    assertRefused(tokens.signedWithThePublicKeyAsSecret(), "signature or algorithm");
  }

  @Test
  void refusesAlgorithmsOtherThanRs() throws Exception {
    assertRefused(
        ForgedTokens.signed(tokens.claims(), JWSAlgorithm.PS256, tokens.key()),
        "signature or algorithm");
  }

  @Test
  void refusesAForeignKeyUnderAKnownKeyId() throws Exception {
    RSAKey foreign = ForgedTokens.newKey(tokens.key().getKeyID());

    assertRefused(
        ForgedTokens.signed(tokens.claims(), JWSAlgorithm.RS256, foreign),
        "signature or algorithm");
  }

  @Test
  void refusesAKeyThatTheTokenBringsAlong() throws Exception {
    RSAKey own = ForgedTokens.newKey("own");
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("own").jwk(own.toPublicJWK()).build();

    refused(ForgedTokens.signed(tokens.claims(), header, new RSASSASigner(own)));
  }

  @Test
  void refusesATokenWithoutAKeyId() throws Exception {
    JWSHeader header = new JWSHeader(JWSAlgorithm.RS256);

    assertRefused(
        ForgedTokens.signed(tokens.claims(), header, new RSASSASigner(tokens.key())), "no kid");
  }

  @Test
  void refusesAnotherIssuer() throws Exception {
    assertRefused(tokens.signed(tokens.claims("iss", tokens.issuer() + "/")), "issuer");
    assertRefused(tokens.signed(tokens.claimsWithout("iss")), "issuer");
  }

  @Test
  void refusesAnotherAudience() throws Exception {
    assertRefused(tokens.signed(tokens.claims("client_id", "foreign")), "audience");
    assertRefused(tokens.signed(tokens.claimsWithout("client_id")), "audience");
  }

  @Test
  void looksAtTheClientIdOnlyWhereThereIsNoAudience() throws Exception {
    assertRefused(tokens.signed(tokens.claims("aud", "foreign")), "audience");
    accepted(tokens.signed(tokens.claims("aud", List.of("foreign", "site"))));
  }

  @Test
  void refusesAnExpiredToken() throws Exception {
    assertRefused(tokens.signed(tokens.claims("exp", now())), "expired");
    assertRefused(tokens.signed(tokens.claimsWithout("exp")), "expired");
    refused(tokens.signed(tokens.claims("exp", "never")));
  }

  @Test
  void refusesATokenOfTheFuture() throws Exception {
    assertRefused(tokens.signed(tokens.claims("nbf", now() + 60)), "not valid yet");
    assertRefused(tokens.signed(tokens.claims("iat", now() + 60)), "not valid yet");
  }

  @Test
  void acceptsATokenWithoutTimesOfIssue() throws Exception {
    accepted(tokens.signed(tokens.claimsWithout("iat")));
    accepted(tokens.signed(tokens.claims("nbf", now())));
  }

  @Test
  void describesAWrongAudienceAsApiGatewayDoes() throws Exception {
    AuthorizationRefused refused = refused(tokens.signed(tokens.claims("client_id", "foreign")));

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.challenge())
        .isEqualTo(
            "Bearer scope=\"\" error=\"invalid_token\""
                + " error_description=\"the token does not have a valid audience\"");
  }

  @Test
  void wantsOneOfTheRoutesScopes() throws Exception {
    String token = tokens.signed(tokens.claims());
    AuthorizationRefused refused =
        catchThrowableOfType(
            AuthorizationRefused.class,
            () -> authorizer.authorize(bearer(token), List.of("phone", "profile")));

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.challenge())
        .startsWith("Bearer scope=\"phone profile\" error=\"insufficient_scope\"");
    assertThat(authorizer.authorize(bearer(token), List.of("phone", "email")).scopes())
        .contains(List.of("openid", "email"));
  }

  @Test
  void readsScopesFromScpToo() throws Exception {
    Map<String, Object> claims = tokens.claimsWithout("scope");
    claims.put("scp", List.of("read", "write"));

    assertThat(authorizer.authorize(bearer(tokens.signed(claims)), List.of("write")).scopes())
        .contains(List.of("read", "write"));
  }

  @Test
  void findsAKeyThatTheIssuerAddsLater() throws Exception {
    accepted(tokens.signed(tokens.claims()));
    RSAKey second = ForgedTokens.newKey("second");
    tokens.publish(second);

    accepted(ForgedTokens.signed(tokens.claims(), JWSAlgorithm.RS256, second));
    assertThat(tokens.keyFetches).hasValue(2);
  }

  @Test
  void asksTheIssuerAtMostTwiceForMadeUpKeyIds() throws Exception {
    for (int i = 0; i < 5; i++) {
      refused(
          ForgedTokens.signed(
              tokens.claims(),
              JWSAlgorithm.RS256,
              new RSAKey.Builder(tokens.key()).keyID("made-up-" + i).build()));
    }

    assertThat(tokens.keyFetches).hasValue(2);
    accepted(tokens.signed(tokens.claims()));
  }

  @Test
  void refusesWhileTheIssuerCannotBeReached() throws Exception {
    String token = tokens.signed(tokens.claims());
    tokens.close();

    assertRefused(token, "keys cannot be fetched");
  }

  private VerifiedToken accepted(String token) throws AuthorizationRefused {
    return authorizer.authorize(bearer(token), List.of());
  }

  private AuthorizationRefused refused(String token) {
    return refusal(authorizer, bearer(token));
  }

  private void assertRefused(String token, String because) {
    AuthorizationRefused refused = refused(token);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.challenge()).contains("error=\"invalid_token\"").contains(because);
  }

  private static AuthorizationRefused refusal(JwtAuthorizer authorizer, Request request) {
    AuthorizationRefused refused =
        catchThrowableOfType(
            AuthorizationRefused.class, () -> authorizer.authorize(request, List.of()));
    assertThat(refused).isNotNull();
    return refused;
  }

  private static Request bearer(String token) {
    return Requests.get("/", "authorization", "Bearer " + token);
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }
}
