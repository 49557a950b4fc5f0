package dev.darkroom.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserInfoEndpointTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private UserPool pool;
  private Visitor visitor;

  @BeforeEach
  void start() throws Exception {
    pool = UserPool.start(0, "us-east-1_Darkroom1");
    pool.addClient("site", List.of(Visitor.CALLBACK));
    pool.addUser(new User("sub-ada", "ada", "ada@example.com", List.of()), "correct horse");
    visitor = new Visitor(pool);
  }

  @AfterEach
  void stop() {
    pool.close();
  }

  @Test
  void isNamedByTheDiscoveryDocument() throws Exception {
    URI discovery = URI.create(pool.issuer() + "/.well-known/openid-configuration");

    assertThat(JSON.readTree(visitor.get(discovery).body()).path("userinfo_endpoint").asText())
        .isEqualTo(pool.userInfoEndpoint().toString())
        .endsWith("/oauth2/userInfo");
  }

  @Test
  void tellsWhoBearsTheTokenWithFlagsAsTexts() throws Exception {
    String token = token("openid email profile");

    for (HttpResponse<String> answer :
        List.of(
            visitor.get(pool.userInfoEndpoint(), "authorization", "Bearer " + token),
            visitor.post(pool.userInfoEndpoint(), "", "authorization", "bearer " + token))) {
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(JSON.readTree(answer.body()))
          .isEqualTo(
              JSON.readTree(
                  """
                  {"sub": "sub-ada", "email_verified": "true", "email": "ada@example.com",
                   "username": "ada"}
                  """));
    }
  }

  @Test
  void tellsAnAddressThatChangedSinceTheTokenWasGiven() throws Exception {
    String token = token("openid email profile");
    pool.addUser(new User("sub-ada", "ada", "new@example.com", false, List.of()), "x");

    JsonNode told = JSON.readTree(bearing(token).body());

    assertThat(told.path("email").asText()).isEqualTo("new@example.com");
    assertThat(told.path("email_verified").textValue()).isEqualTo("false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"openid", "openid email"})
  void theAddressIsToldToTheseScopes(String scope) throws Exception {
    assertThat(JSON.readTree(bearing(token(scope)).body()).has("email")).isTrue();
  }

  @Test
  void theAddressIsNotToldToOtherScopes() throws Exception {
    assertThat(JSON.readTree(bearing(token("openid profile")).body()).has("email")).isFalse();
  }

  @Test
  void refusesTokensThatDoNotHold() throws Exception {
    String token = token("openid email");
    pool.addUser(new User("sub-bob", "bob", "bob@example.com", List.of()), "pw");

    for (String bad :
        List.of(
            "garbled",
            token.substring(0, token.length() - 4) + "AAAA",
            PoolTokens.expired(pool, "site", "sub-ada"),
            PoolTokens.foreign(pool, "site", "sub-ada"),
            token("email"),
            tokens("openid").path("id_token").asText())) {
      HttpResponse<String> answer = bearing(bad);
      assertThat(answer.statusCode()).as(bad).isEqualTo(401);
      assertThat(answer.headers().firstValue("www-authenticate").orElse(""))
          .contains("error=\"invalid_token\"");
      assertThat(answer.body()).isEmpty();
    }
  }

  @Test
  void asksForABearerToken() throws Exception {
    HttpResponse<String> answer = visitor.get(pool.userInfoEndpoint());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("www-authenticate").orElse(""))
        .contains("invalid_request");
  }

  private HttpResponse<String> bearing(String token) throws Exception {
    return visitor.get(pool.userInfoEndpoint(), "authorization", "Bearer " + token);
  }

  private String token(String scope) throws Exception {
    return tokens(scope).path("access_token").asText();
  }

  private JsonNode tokens(String scope) throws Exception {
    Map<String, String> authorization = Visitor.authorization();
    authorization.put("scope", scope);
    String code =
        Visitor.redirected(visitor.signIn(authorization, "ada", "correct horse")).get("code");
    return JSON.readTree(visitor.exchange(Visitor.grant(code)).body());
  }
}
