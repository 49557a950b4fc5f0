package dev.darkroom.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.local.http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionAnswerTest {
  @Test
  void readsStatusHeadersCookieAndBody() throws Exception {
    Reply reply =
        read(
            """
            {"statusCode": 201, "headers": {"Content-Type": "application/json", "Retry-After": 2},
             "cookies": ["a=1; HttpOnly"], "body": "{}", "isBase64Encoded": false}
            """);

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.headers())
        .containsEntry("content-type", "application/json")
        .containsEntry("retry-after", "2")
        .containsEntry("set-cookie", "a=1; HttpOnly");
    assertThat(new String(reply.body(), UTF_8)).isEqualTo("{}");
  }

  @Test
  void readsWhatTheJavaEventClassWritesForNulls() throws Exception {
    Reply reply =
        read(
            """
            {"statusCode": 202, "headers": null, "multiValueHeaders": null, "cookies": null,
             "body": null, "isBase64Encoded": false}
            """);

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.headers()).isEmpty();
    assertThat(reply.body()).isEmpty();
  }

  @Test
  void decodesABase64Body() throws Exception {
    Reply reply = read("{\"statusCode\": 200, \"body\": \"AAH/\", \"isBase64Encoded\": true}");

    assertThat(reply.body()).containsExactly(0, 1, 255);
  }

  @Test
  void takesAnythingWithoutAStatusForTheBodyOfA200() throws Exception {
    assertInferred("{\"message\": \"hello\"}", "{\"message\":\"hello\"}");
    assertInferred("\"hello\"", "hello");
    assertInferred("[1, 2]", "[1,2]");
    assertInferred("null", "null");
  }

  @Test
  void callsABodyWithoutATypeText() throws Exception {
    assertThat(read("{\"statusCode\": 200, \"body\": \"hi\"}").headers())
        .containsEntry("content-type", "text/plain; charset=utf-8");
  }

  @Test
  void sendsNoBodyWithA204() throws Exception {
    assertThat(read("{\"statusCode\": 204, \"body\": \"hi\"}").body()).isEmpty();
  }

  @Test
  void leavesTheServersHeadersToTheServer() throws Exception {
    assertThat(
            read("{\"statusCode\": 200,"
                    + " \"headers\": {\"Content-Length\": \"9\", \"Connection\": \"close\"}}")
                .headers())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"statusCode\": \"200\"}",
        "{\"statusCode\": 99}",
        "{\"statusCode\": 600}",
        "{\"statusCode\": null}",
        "{\"statusCode\": 200, \"body\": {\"a\": 1}}",
        "{\"statusCode\": 200, \"body\": \"%\", \"isBase64Encoded\": true}",
        "{\"statusCode\": 200, \"headers\": []}",
        "{\"statusCode\": 200, \"headers\": {\"a\": [1]}}",
        "{\"statusCode\": 200, \"headers\": {\"a b\": \"1\"}}",
        "{\"statusCode\": 200, \"headers\": {\"a\": \"1\\r\\nset-cookie: b=2\"}}",
        "{\"statusCode\": 200, \"cookies\": \"a=1\"}",
        "{\"statusCode\": 200, \"cookies\": [\"a=1\", \"b=2\"]}",
      })
  void refusesAnAnswerThatCannotBeSent(String answer) {
    assertThatThrownBy(() -> read(answer)).isInstanceOf(MalformedAnswer.class);
  }

  private static void assertInferred(String answer, String body) throws Exception {
    Reply reply = read(answer);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers()).containsEntry("content-type", "application/json");
    assertThat(new String(reply.body(), UTF_8)).isEqualTo(body);
  }

  private static Reply read(String answer) throws Exception {
    return FunctionAnswer.read(new ObjectMapper().readTree(answer));
  }
}
