package dev.darkroom.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UserPoolTest {
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
  void describesItselfWhereOpenIdConnectLooks() throws Exception {
    HttpResponse<String> answer =
        visitor.get(URI.create(pool.issuer() + "/.well-known/openid-configuration"));
    JsonNode discovery = new ObjectMapper().readTree(answer.body());

    assertThat(pool.issuer().toString()).matches("http://127\\.0\\.0\\.1:\\d+/us-east-1_Darkroom1");
    assertThat(discovery.path("issuer").asText()).isEqualTo(pool.issuer().toString());
    assertThat(discovery.path("jwks_uri").asText()).isEqualTo(pool.jwks().toString());
    assertThat(discovery.path("authorization_endpoint").asText())
        .isEqualTo(pool.authorizeEndpoint().toString());
    assertThat(discovery.path("token_endpoint").asText())
        .isEqualTo(pool.tokenEndpoint().toString());
  }

  @Test
  void publishesNoPrivateKey() throws Exception {
    JWKSet keys = JWKSet.parse(visitor.get(pool.jwks()).body());

    assertThat(keys.getKeys()).isNotEmpty().noneMatch(key -> key.isPrivate());
  }

  @Test
  void showsTheLoginPageForAKnownClient() throws Exception {
    HttpResponse<String> redirect = visitor.authorize(Visitor.authorization());
    URI form =
        pool.authorizeEndpoint().resolve(redirect.headers().firstValue("location").orElseThrow());
    HttpResponse<String> page = visitor.get(form);

    assertThat(redirect.statusCode()).isEqualTo(302);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<form method=\"post\"", "type=\"password\"");
    assertThat(page.headers().firstValue("content-security-policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors 'none'");
  }

  @Test
  void refusesAnUnknownClientOrRedirectUriWithoutARedirect() throws Exception {
    for (Map.Entry<String, String> wrong :
        Map.of("client_id", "nobody", "redirect_uri", Visitor.CALLBACK + "/..").entrySet()) {
      Map<String, String> query = Visitor.authorization();
      query.put(wrong.getKey(), wrong.getValue());

      for (HttpResponse<String> answer :
          List.of(
              visitor.authorize(query),
              visitor.get(visitor.loginForm(query)),
              visitor.signIn(query, "ada", "correct horse"))) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("location")).isEmpty();
      }
    }
  }

  @Test
  void tellsTheClientWhatIsWrongWithItsRequest() throws Exception {
    assertThat(errorFor("response_type", "token")).isEqualTo("unsupported_response_type");
    assertThat(errorFor("code_challenge_method", "plain")).isEqualTo("invalid_request");
    assertThat(errorFor("code_challenge", "short")).isEqualTo("invalid_request");
    assertThat(errorFor("code_challenge", "")).isEqualTo("invalid_request");
    assertThat(errorFor("scope", "openid root")).isEqualTo("invalid_scope");
  }

  @Test
  void givesTheStateBackWithTheCode() throws Exception {
    HttpResponse<String> answer = visitor.signIn(Visitor.authorization(), "ada", "correct horse");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("location").orElseThrow())
        .startsWith(Visitor.CALLBACK + "?code=");
    assertThat(Visitor.redirected(answer).get("state")).isEqualTo("s t&te");
  }

  @Test
  void showsTheFormAgainForAWrongPasswordOrAnUnknownUser() throws Exception {
    for (List<String> typed :
        List.of(
            List.of("ada", "wrong"),
            List.of("ada", ""),
            List.of("bob", "correct horse"),
            List.of("bob", ""),
            List.of("", ""))) {
      HttpResponse<String> answer =
          visitor.signIn(Visitor.authorization(), typed.get(0), typed.get(1));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("location")).isEmpty();
      assertThat(answer.body()).contains("Incorrect username or password.");
    }
  }

  @Test
  void refusesAFormThatAnotherSiteSent() throws Exception {
    HttpResponse<String> answer =
        visitor.post(
            visitor.loginForm(Visitor.authorization()),
            "username=ada&password=correct+horse",
            "origin",
            "https://evil.example");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("location")).isEmpty();
  }

  @Test
  void leadsASignOutOnlyWhereTheClientRegistered() throws Exception {
    pool.addClient(
        new AppClient(
            "site",
            List.of(Visitor.CALLBACK),
            List.of("http://127.0.0.1:4173/"),
            Duration.ofHours(1)));
    URI logout = pool.authorizeEndpoint().resolve("/logout?client_id=site&logout_uri=");

    HttpResponse<String> known = visitor.get(URI.create(logout + "http%3A%2F%2F127.0.0.1:4173%2F"));
    HttpResponse<String> foreign = visitor.get(URI.create(logout + "https%3A%2F%2Fevil.example"));

    assertThat(known.headers().firstValue("location")).contains("http://127.0.0.1:4173/");
    assertThat(foreign.statusCode()).isEqualTo(400);
  }

  @Test
  void refusesAPoolIdThatIsNone() {
    assertThatThrownBy(() -> UserPool.start(0, "../etc"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private String errorFor(String name, String value) throws Exception {
    Map<String, String> query = Visitor.authorization();
    query.put(name, value);
    HttpResponse<String> answer = visitor.authorize(query);
    assertThat(answer.headers().firstValue("location").orElseThrow())
        .startsWith(Visitor.CALLBACK + "?error=");
    assertThat(Visitor.redirected(answer).get("state")).isEqualTo("s t&te");
    return Visitor.redirected(answer).get("error");
  }
}
