package dev.darkroom.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokenEndpointTest {
  private static UserPool pool;
  private static Visitor visitor;

  @BeforeAll
  static void start() throws Exception {
    pool = UserPool.start(0, "us-east-1_Darkroom1");
    pool.addClient("site", List.of(Visitor.CALLBACK, Visitor.CALLBACK + "2"));
    pool.addClient("other", List.of(Visitor.CALLBACK));
    pool.addUser(new User("sub-ada", "ada", "ada@example.com", List.of()), "correct horse");
    visitor = new Visitor(pool);
  }

  @AfterAll
  static void stop() {
    pool.close();
  }

  @Test
  void givesTokensForACodeAndItsVerifier() throws Exception {
    HttpResponse<String> answer = visitor.exchange(Visitor.grant(visitor.code()));

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode body = new ObjectMapper().readTree(answer.body());
    assertThat(body.path("token_type").asText()).isEqualTo("Bearer");
    assertThat(body.path("expires_in").asInt()).isEqualTo(3600);
    assertThat(body.path("access_token").asText()).isNotEmpty();
    assertThat(body.path("id_token").asText()).isNotEmpty();
    assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
  }

  @Test
  void takesACodeOnce() throws Exception {
    Map<String, String> grant = Visitor.grant(visitor.code());
    visitor.exchange(grant);

    assertRefused(visitor.exchange(grant), "invalid_grant");
  }

  @Test
  void spendsTheCodeOnAWrongVerifier() throws Exception {
    Map<String, String> grant = Visitor.grant(visitor.code());
    grant.put("code_verifier", Pkce.random());
    HttpResponse<String> wrong = visitor.exchange(grant);
    grant.put("code_verifier", Visitor.VERIFIER);

    assertRefused(wrong, "invalid_grant");
    assertRefused(visitor.exchange(grant), "invalid_grant");
  }

  @Test
  void refusesTheCodeOfAnotherClientOrRedirectUri() throws Exception {
    for (Map.Entry<String, String> foreign :
        Map.of("client_id", "other", "redirect_uri", Visitor.CALLBACK + "2").entrySet()) {
      Map<String, String> grant = Visitor.grant(visitor.code());
      grant.put(foreign.getKey(), foreign.getValue());

      assertRefused(visitor.exchange(grant), "invalid_grant");
    }
  }

  @Test
  void refusesACodeThatItNeverGave() throws Exception {
    assertRefused(visitor.exchange(Visitor.grant(Pkce.random())), "invalid_grant");
  }

  @Test
  void refusesOtherGrantsByName() throws Exception {
    Map<String, String> grant = Visitor.grant(visitor.code());
    grant.put("grant_type", "password");

    assertRefused(visitor.exchange(grant), "unsupported_grant_type");
  }

  @Test
  void refusesAParameterThatStandsTwiceOrNotAtAll() throws Exception {
    String grant = Parameters.encode(Visitor.grant("x"));

    assertRefused(visitor.post(pool.tokenEndpoint(), grant + "&code=y"), "invalid_request");
    assertRefused(
        visitor.post(pool.tokenEndpoint(), grant.replace("code_verifier", "other")),
        "invalid_request");
    assertRefused(visitor.post(pool.tokenEndpoint(), "grant_type=%zz"), "invalid_request");
  }

  private static void assertRefused(HttpResponse<String> answer, String error) throws Exception {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(new ObjectMapper().readTree(answer.body()).path("error").asText()).isEqualTo(error);
    assertThat(answer.body()).doesNotContain("_token\":");
  }
}
