package dev.darkroom.local.cdn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.local.http.LoopbackServer;
import dev.darkroom.local.http.Reply;
import dev.darkroom.local.http.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final long LATER = NOW.getEpochSecond() + 1;
  private static KeyPair pair;
  private static KeyPair stranger;
  private static KeyPair curve;

  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<Request> fetched = new LinkedBlockingQueue<>();
  private LoopbackServer bucket;
  private LoopbackServer server;

  @BeforeAll
  static void makeKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    pair = generator.generateKeyPair();
    stranger = generator.generateKeyPair();
    KeyPairGenerator curves = KeyPairGenerator.getInstance("EC");
    curves.initialize(256);
    curve = curves.generateKeyPair();
  }

  @BeforeEach
  void start() throws IOException {
    bucket = LoopbackServer.start(0, this::object);
    server =
        LoopbackServer.start(
            0,
            new Distribution(
                new KeyGroup(
                    Map.of(
                        "K1",
                        pair.getPublic(),
                        "K2",
                        stranger.getPublic(),
                        "K4",
                        curve.getPublic())),
                key -> bucket.uri().resolve("/" + key.replace(" ", "%20") + "?signed"),
                Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  @AfterEach
  void stop() {
    server.close();
    bucket.close();
  }

  @Test
  void aCustomPolicyWithAWildcardLetsEveryUrlThatItMatchesPass() throws Exception {
    String query = custom(policy(server.uri() + "/a/*", LATER), "SHA256");

    assertThat(get("/a/b.jpg?" + query).body()).isEqualTo("object");
    assertThat(get("/a/c%20d.jpg?" + query).body()).isEqualTo("object");
    assertThat(fetched.take().uri()).hasToString("/a/b.jpg?signed");
    assertThat(fetched.take().uri()).hasToString("/a/c%20d.jpg?signed");
    assertDenied("/b/b.jpg?" + query, "AccessDenied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHA1", "SHA256"})
  void eitherHashWillDoWhenItIsTheOneTold(String hash) throws Exception {
    String query = custom(policy(server.uri() + "/a", LATER), hash);

    assertThat(get("/a?" + query).statusCode()).isEqualTo(200);
    assertDenied(
        "/a?"
            + (hash.equals("SHA256")
                ? query.replace("&Hash-Algorithm=SHA256", "")
                : query + "&Hash-Algorithm=SHA256"),
        "AccessDenied");
    assertDenied("/a?" + query + "&Hash-Algorithm=MD5", "AccessDenied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHA1", "SHA256"})
  void aKeyOnAnEllipticCurveWillDo(String hash) throws Exception {
    String policy = policy(server.uri() + "/a", LATER);
    String query =
        "Policy="
            + encode(policy.getBytes(UTF_8))
            + "&Signature="
            + signature(policy, hash + "withECDSA", curve)
            + "&Hash-Algorithm="
            + hash;

    assertThat(get("/a?" + query + "&Key-Pair-Id=K4").statusCode()).isEqualTo(200);
    assertDenied("/a?" + query + "&Key-Pair-Id=K1", "AccessDenied");
  }

  @Test
  void aCannedPolicyHoldsForTheOneUrlUntilItsEnd() throws Exception {
    String query =
        "Expires="
            + LATER
            + "&Signature="
            + signature(policy(server.uri() + "/a.jpg?size=1", LATER), "SHA1withRSA", pair)
            + "&Key-Pair-Id=K1";

    assertThat(get("/a.jpg?size=1&" + query).statusCode()).isEqualTo(200);
    assertDenied("/b.jpg?size=1&" + query, "AccessDenied");
    assertDenied("/a.jpg?" + query, "AccessDenied");
    assertDenied("/a.jpg?size=1&" + query.replace("=" + LATER, "=" + (LATER + 1)), "AccessDenied");
  }

  @Test
  void aPolicyThatHasEndedIsDenied() throws Exception {
    long now = NOW.getEpochSecond();

    assertDenied("/a?" + custom(policy(server.uri() + "/*", now), "SHA256"), "AccessDenied");
    assertDenied("/a?" + custom(policy(server.uri() + "/*", now - 9), "SHA256"), "AccessDenied");
  }

  @Test
  void aPolicyThatHasNotBegunIsDenied() throws Exception {
    String later =
        policy(server.uri() + "/*", LATER + 9)
            .replace(
                "\"Condition\":{",
                "\"Condition\":{\"DateGreaterThan\":{\"AWS:EpochTime\":" + LATER + "},");

    assertDenied("/a?" + custom(later, "SHA256"), "AccessDenied");
  }

  @Test
  void theSignatureOfAnotherKeyIsDenied() throws Exception {
    String query = custom(policy(server.uri() + "/*", LATER), "SHA256");

    assertDenied("/a?" + query.replace("=K1", "=K2"), "AccessDenied");
    assertDenied("/a?" + query.replace("=K1", "=K3"), "InvalidKey");
  }

  @Test
  void aPolicyThatWasChangedAfterwardsIsDenied() throws Exception {
    String query = custom(policy(server.uri() + "/a", LATER), "SHA256");
    String other = encode(policy(server.uri() + "/b", LATER).getBytes(UTF_8));

    assertDenied("/b?" + query.replaceFirst("Policy=[^&]*", "Policy=" + other), "AccessDenied");
  }

  @ParameterizedTest
  @CsvSource({
    "Policy=x&Signature=x, MissingKey",
    "'', MissingKey",
    "Key-Pair-Id=K1, MissingPolicy",
    "Key-Pair-Id=K1&Expires=1767290400, MissingSignature",
    "Key-Pair-Id=K1&Expires=soon&Signature=eHg_, MalformedPolicy",
    "Key-Pair-Id=K1&Expires=1767290400&Signature=%, MalformedSignature",
    "Key-Pair-Id=K1&Expires=1767290400&Signature=eHg_, AccessDenied"
  })
  void whatIsMissingOrCannotBeReadIsNamed(String query, String code) throws Exception {
    assertDenied("/a?" + query.replace("%", "%25"), code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no json",
        "{}",
        "{\"Statement\":[]}",
        "{\"Statement\":[{\"Resource\":\"*\"}]}",
        "{\"Statement\":[{\"Resource\":\"*\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":\"1\"}}}]}"
      })
  void aPolicyOfAnotherFormIsMalformed(String policy) throws Exception {
    assertDenied("/a?" + custom(policy, "SHA256"), "MalformedPolicy");
  }

  @Test
  void aPolicyThatNamesAddressesIsNotSupported() throws Exception {
    String policy =
        policy("*", LATER)
            .replace(
                "\"Condition\":{",
                "\"Condition\":{\"IpAddress\":{\"AWS:SourceIp\":\"192.0.2.0/24\"},");

    HttpResponse<String> answer = get("/a?" + custom(policy, "SHA256"));

    assertThat(answer.statusCode()).isEqualTo(501);
    assertThat(answer.body()).contains("IpAddress");
  }

  @Test
  void nothingIsWritten() throws Exception {
    URI uri = server.uri().resolve("/a?" + custom(policy(server.uri() + "/*", LATER), "SHA256"));
    for (String method : new String[] {"PUT", "POST", "DELETE", "OPTIONS"}) {
      HttpRequest request =
          HttpRequest.newBuilder(uri).method(method, BodyPublishers.ofString("x")).build();
      assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }
    assertThat(fetched).isEmpty();
  }

  @Test
  void cachingPassesThroughAndConditionsToo() throws Exception {
    URI uri = server.uri().resolve("/a?" + custom(policy(server.uri() + "/*", LATER), "SHA256"));
    HttpRequest request = HttpRequest.newBuilder(uri).header("if-none-match", "\"1\"").build();

    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());

    assertThat(answer.headers().firstValue("cache-control")).hasValue("private, immutable");
    assertThat(answer.headers().firstValue("etag")).hasValue("\"1\"");
    assertThat(answer.headers().firstValue("x-internal")).isEmpty();
    assertThat(fetched.take().header("if-none-match")).hasValue("\"1\"");
  }

  @Test
  void headHasTheSizeAndNoBody() throws Exception {
    URI uri = server.uri().resolve("/a?" + custom(policy(server.uri() + "/*", LATER), "SHA256"));
    HttpRequest request =
        HttpRequest.newBuilder(uri).method("HEAD", BodyPublishers.noBody()).build();

    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-length")).hasValue("6");
    assertThat(answer.body()).isEmpty();
  }

  private Reply object(Request request) {
    fetched.add(request);
    return new Reply(
        200,
        Map.of(
            "content-type", "image/jpeg",
            "cache-control", "private, immutable",
            "etag", "\"1\"",
            "x-internal", "yes"),
        "object".getBytes(UTF_8));
  }

  private void assertDenied(String path, String code) throws Exception {
    fetched.clear();
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("<Code>" + code + "</Code>");
    assertThat(fetched).isEmpty();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(server.uri().resolve(path)).build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static String policy(String resource, long end) {
    return "{\"Statement\":[{\"Resource\":\"%s\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":%d}}}]}"
        .formatted(resource, end);
  }

  private static String custom(String policy, String hash) throws GeneralSecurityException {
    return "Policy="
        + encode(policy.getBytes(UTF_8))
        + "&Signature="
        + signature(policy, hash + "withRSA", pair)
        + "&Key-Pair-Id=K1"
        + (hash.equals("SHA1") ? "" : "&Hash-Algorithm=" + hash);
  }

  private static String signature(String policy, String algorithm, KeyPair by)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(by.getPrivate());
    signature.update(policy.getBytes(UTF_8));
    return encode(signature.sign());
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder()
        .encodeToString(bytes)
        .replace('+', '-')
        .replace('=', '_')
        .replace('/', '~');
  }
}
