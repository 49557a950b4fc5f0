package dev.darkroom.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.http.Request;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestEventTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Route ROUTE = new Route("post", "/jobs/{jobId}", "api", Optional.empty());
  private final RequestEvent event =
      new RequestEvent(
          "a1b2c3",
          "123456789012",
          Map.of("LIMIT", "7"),
          "JKJaXmPLvHcESHA=",
          Instant.parse("2020-03-12T19:03:58.390Z"));

  @Test
  void isPayloadFormat2() throws Exception {
    Request request =
        Requests.of(
            "POST",
            "/jobs/a%20b?q=1%202&q=x+y&flag&empty=",
            "{\"text\":\"ä\"}",
            "Host",
            "127.0.0.1:8080",
            "User-Agent",
            "curl/8",
            "Content-Type",
            "application/json",
            "X-Amzn-Trace-Id",
            "Root=1-0-0",
            "X-Multi",
            "one",
            "X-Multi",
            "two",
            "Cookie",
            "a=1; b=2",
            "Cookie",
            "c=3");
    VerifiedToken token = new VerifiedToken(Map.of("sub", "sub-ada"), Optional.empty());
    JsonNode actual =
        event.of(request, new RouteTable.Match(ROUTE, Map.of("jobId", "a b")), Optional.of(token));

    assertThat(actual)
        .isEqualTo(
            JSON.readTree(
                """
                {
                  "version": "2.0",
                  "routeKey": "POST /jobs/{jobId}",
                  "rawPath": "/jobs/a b",
                  "rawQueryString": "q=1%202&q=x+y&flag&empty=",
                  "cookies": ["a=1", "b=2", "c=3"],
                  "headers": {
                    "content-type": "application/json",
                    "host": "127.0.0.1:8080",
                    "user-agent": "curl/8",
                    "x-amzn-trace-id": "Root=1-0-0",
                    "x-forwarded-for": "127.0.0.1",
                    "x-forwarded-port": "8080",
                    "x-forwarded-proto": "http",
                    "x-multi": "one,two"
                  },
                  "queryStringParameters": {"q": "1 2,x y", "flag": "", "empty": ""},
                  "requestContext": {
                    "accountId": "123456789012",
                    "apiId": "a1b2c3",
                    "authorizer": {"jwt": {"claims": {"sub": "sub-ada"}, "scopes": null}},
                    "domainName": "127.0.0.1",
                    "domainPrefix": "127",
                    "http": {
                      "method": "POST",
                      "path": "/jobs/a b",
                      "protocol": "HTTP/1.1",
                      "sourceIp": "127.0.0.1",
                      "userAgent": "curl/8"
                    },
                    "requestId": "JKJaXmPLvHcESHA=",
                    "routeKey": "POST /jobs/{jobId}",
                    "stage": "$default",
                    "time": "12/Mar/2020:19:03:58 +0000",
                    "timeEpoch": 1584039838390
                  },
                  "pathParameters": {"jobId": "a b"},
                  "stageVariables": {"LIMIT": "7"},
                  "body": "{\\"text\\":\\"ä\\"}",
                  "isBase64Encoded": false
                }
                """));
  }

  @Test
  void leavesOutWhatIsEmpty() {
    ObjectNode actual = of(Requests.get("/"));

    assertThat(actual.fieldNames())
        .toIterable()
        .doesNotContain("cookies", "queryStringParameters", "pathParameters", "body");
    assertThat(actual.path("rawQueryString").asText("none")).isEmpty();
    assertThat(actual.path("isBase64Encoded").asBoolean(true)).isFalse();
    assertThat(actual.path("requestContext").has("authorizer")).isFalse();
  }

  @Test
  void appendsTheClientToWhatWasForwarded() {
    JsonNode headers = of(Requests.get("/", "X-Forwarded-For", "10.0.0.1")).path("headers");

    assertThat(headers.path("x-forwarded-for").asText()).isEqualTo("10.0.0.1, 127.0.0.1");
    assertThat(headers.path("x-amzn-trace-id").asText()).matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24}");
  }

  @Test
  void encodesBodiesThatAreNotText() {
    for (String text :
        List.of("text/csv", "application/json; charset=utf-8", "Application/XML", "text/html")) {
      assertThat(bodyOf("content-type", text)).isEqualTo(List.of("abc", false));
    }
    for (String binary :
        List.of("image/png", "application/octet-stream", "application/x-www-form-urlencoded")) {
      assertThat(bodyOf("content-type", binary)).isEqualTo(List.of("YWJj", true));
    }
    assertThat(bodyOf()).isEqualTo(List.of("YWJj", true));
  }

  @Test
  void rendersEveryClaimAsText() throws Exception {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("sub", "ada");
    claims.put("exp", 1_787_996_002L);
    claims.put("email_verified", true);
    claims.put("cognito:groups", List.of("admin", "power user"));
    claims.put("none", List.of());
    claims.put("address", Map.of("town", "Bath"));
    claims.put("nothing", null);

    assertThat(new VerifiedToken(claims, Optional.of(List.of("read", "write"))).toJson())
        .isEqualTo(
            JSON.readTree(
                """
                {"jwt": {
                  "claims": {
                    "sub": "ada",
                    "exp": "1787996002",
                    "email_verified": "true",
                    "cognito:groups": "[admin power user]",
                    "none": "[]",
                    "address": "{\\"town\\":\\"Bath\\"}"
                  },
                  "scopes": ["read", "write"]
                }}
                """));
  }

  private ObjectNode of(Request request) {
    return event.of(request, new RouteTable.Match(ROUTE, Map.of()), Optional.empty());
  }

  private List<Object> bodyOf(String... headers) {
    ObjectNode actual = of(Requests.of("POST", "/", "abc", headers));
    return Arrays.asList(actual.path("body").asText(), actual.path("isBase64Encoded").asBoolean());
  }
}
