package dev.darkroom.api.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.darkroom.api.Answer;
import dev.darkroom.api.Client;
import dev.darkroom.api.http.Fields;
import dev.darkroom.core.Description;
import dev.darkroom.core.InMemoryJobStore;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobStatus;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateUploadTest {
  private static final String SHA256 = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
  private static final String PHOTO =
      "{\"fileName\":\"cat.jpg\",\"contentType\":\"image/jpeg\",\"contentLength\":12}";

  private final InMemoryJobStore jobs = Client.store();
  private final Client uploader = Client.of(jobs).as("alice", "[uploader]");

  @Test
  void announcesTheJobAndSaysWhereItIs() {
    Answer answer = uploader.create(PHOTO);

    assertThat(answer.status()).isEqualTo(201);
    Job job = jobs.all().get(0);
    assertThat(job.owner()).isEqualTo("alice");
    assertThat(job.status()).isEqualTo(JobStatus.AWAITING_UPLOAD);
    assertThat(job.fileName()).isEqualTo("cat.jpg");
    assertThat(job.contentType()).isEqualTo("image/jpeg");
    assertThat(job.bytes()).isEqualTo(12);
    assertThat(job.createdAt()).isEqualTo(Client.NOW);
    assertThat(answer.text("jobId")).isEqualTo(job.jobId());
    assertThat(answer.headers()).containsEntry("location", "/api/jobs/" + job.jobId());
    assertThat(uploader.get(job.jobId()).status()).isEqualTo(200);
  }

  @Test
  void theUrlGoesToTheKeyOfTheJobAndSignsEveryHeader() {
    Answer answer = uploader.create(PHOTO);

    URI url = URI.create(answer.text("uploadUrl"));
    assertThat(url.getHost()).isEqualTo("uploads-bucket.s3.eu-west-1.amazonaws.com");
    assertThat(url.getPath()).isEqualTo("/uploads/alice/" + answer.text("jobId") + "/cat.jpg");
    assertThat(query(url))
        .containsEntry("X-Amz-Expires", "900")
        .containsEntry(
            "X-Amz-SignedHeaders",
            "content-length;content-type;host;if-none-match;x-amz-meta-job-id");
    assertThat(headers(answer))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "content-length", "12",
                "content-type", "image/jpeg",
                "if-none-match", "*",
                "x-amz-meta-job-id", answer.text("jobId")));
  }

  @Test
  void theChecksumIsSignedWhenItIsTold() {
    Answer answer = uploader.create(photo("\"checksumSha256\":\"" + SHA256 + "\""));

    assertThat(headers(answer)).containsEntry("x-amz-checksum-sha256", SHA256);
    assertThat(query(URI.create(answer.text("uploadUrl"))).get("X-Amz-SignedHeaders"))
        .contains(";x-amz-checksum-sha256;");
  }

  @Test
  void noOtherChecksumIsAskedFor() {
    assertThat(query(URI.create(uploader.create(PHOTO).text("uploadUrl"))).keySet())
        .containsExactlyInAnyOrder(
            "X-Amz-Algorithm",
            "X-Amz-Date",
            "X-Amz-SignedHeaders",
            "X-Amz-Credential",
            "X-Amz-Expires",
            "X-Amz-Signature");
  }

  @Test
  void theUrlEndsWhenTheAnswerSays() {
    Answer answer = uploader.create(PHOTO);

    String signedAt = query(URI.create(answer.text("uploadUrl"))).get("X-Amz-Date");
    Instant start =
        Instant.parse(signedAt.replaceFirst("(....)(..)(..)T(..)(..)(..)Z", "$1-$2-$3T$4:$5:$6Z"));
    assertThat(Instant.parse(answer.text("expiresAt")))
        .isEqualTo(start.plus(Duration.ofMinutes(15)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b.jpg", "a+b.jpg", "100%.jpg", "Zürich 東京 😀.jpg", "...", "a\\b"})
  void theKeyHoldsTheNameAsItIs(String name) {
    Answer answer = uploader.create(photo("\"fileName\":\"" + name.replace("\\", "\\\\") + "\""));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(URI.create(answer.text("uploadUrl")).getPath()).endsWith("/" + name);
    assertThat(jobs.all().get(0).original().key()).endsWith("/" + name);
  }

  @Test
  void anAdministratorMayUpload() {
    assertThat(Client.of(jobs).as("root", "[admin viewer]").create(PHOTO).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[viewer]", "[]", "uploader", "[uploaders admins]"})
  void othersMayNot(String groups) {
    Answer answer = Client.of(jobs).as("bob", groups).create(PHOTO);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.problem()).isEqualTo("not-an-uploader");
    assertThat(jobs.all()).isEmpty();
  }

  @Test
  void aUserWithoutGroupsMayNot() {
    assertThat(Client.of(jobs).as("bob").create(PHOTO).status()).isEqualTo(403);
  }

  @Test
  void readsABodyThatApiGatewayEncoded() {
    String encoded = Base64.getEncoder().encodeToString(PHOTO.getBytes(StandardCharsets.UTF_8));

    Answer answer =
        uploader.send(
            Client.CREATE,
            uploader.event(Client.CREATE).withBody(encoded).withIsBase64Encoded(true));

    assertThat(answer.status()).isEqualTo(201);
  }

  static List<Arguments> wrongFields() {
    return List.of(
        arguments("fileName", "\"\"", "1 to 255 bytes"),
        arguments("fileName", "\"" + "é".repeat(128) + "\"", "1 to 255 bytes"),
        arguments("fileName", "\"a/b.jpg\"", "'/'"),
        arguments("fileName", "\".\"", "folder"),
        arguments("fileName", "\"..\"", "folder"),
        arguments("fileName", "\"a\\u0000b\"", "control"),
        arguments("fileName", "\"a\\u0085b\"", "control"),
        arguments("fileName", "\"a\\u2028b\"", "control"),
        arguments("fileName", "\"a\\ud800b\"", "control"),
        arguments("fileName", "\"a\\uffffb\"", "control"),
        arguments("fileName", "7", "must be a string"),
        arguments("fileName", "null", "missing"),
        arguments("contentType", "\"image/heic\"", String.join(", ", NewUpload.CONTENT_TYPES)),
        arguments("contentType", "[\"image/jpeg\"]", "must be a string"),
        arguments("contentLength", "0", "empty"),
        arguments("contentLength", "-1", "empty"),
        arguments("contentLength", "1001", "1000 bytes"),
        arguments("contentLength", "99999999999999999999", "1000 bytes"),
        arguments("contentLength", "-99999999999999999999", "empty"),
        arguments("contentLength", "12.0", "whole number"),
        arguments("contentLength", "\"12\"", "whole number"),
        arguments("contentLength", "null", "missing"),
        arguments("checksumSha256", "\"\"", "44 characters"),
        arguments("checksumSha256", "\"not base64\"", "44 characters"),
        arguments("checksumSha256", "\"" + SHA256.replace("=", "") + "\"", "44 characters"),
        arguments("checksumSha256", "\"" + SHA256.replace("U=", "V=") + "\"", "44 characters"),
        arguments("checksumSha256", "\"AAAA\"", "44 characters"),
        arguments("checksumSha256", "true", "must be a string"),
        arguments("caption", "7", "must be a string"),
        arguments("caption", "\"" + "é".repeat(301) + "\"", "300"),
        arguments("caption", "\"a\\u0007b\"", "control"),
        arguments("albumId", "7", "must be a string"),
        arguments("albumId", "\"\"", "no such album"),
        arguments("albumId", "\"../01JX4N6M3C5D7F9G1H2J4K6M8N\"", "no such album"),
        arguments("albumId", "\"01JX4N6M3C5D7F9G1H2J4K6M8N\"", "no such album"),
        arguments("owner", "\"mallory\"", "fileName, contentType, contentLength"));
  }

  @ParameterizedTest
  @MethodSource("wrongFields")
  void namesTheFieldThatIsWrong(String field, String value, String detail) {
    Answer answer = uploader.create(photo("\"" + field + "\":" + value));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid-field");
    assertThat(answer.text("field")).isEqualTo(field);
    assertThat(answer.text("detail")).contains(detail);
    assertThat(jobs.all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fileName", "contentType", "contentLength"})
  void namesTheFieldThatIsMissing(String field) {
    String without = PHOTO.replaceFirst("\"" + field + "\":[^,}]+,?", "").replace(",}", "}");

    Answer answer = uploader.create(without);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("field")).isEqualTo(field);
    assertThat(answer.text("detail")).contains("missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1000|image/png", "1|image/gif", "999|image/bmp", "2|image/tiff", "500|image/webp"})
  void acceptsEveryTypeUpToTheLimit(long bytes, String type) {
    Answer answer =
        uploader.create(photo("\"contentLength\":" + bytes, "\"contentType\":\"" + type + "\""));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(headers(answer)).containsEntry("content-length", Long.toString(bytes));
  }

  @Test
  void theCaptionIsKeptAsPlainText() {
    uploader.create(photo("\"caption\":\" <b>Zürich</b>\\r\\n👍 \""));

    assertThat(jobs.all().get(0).description().caption()).isEqualTo("<b>Zürich</b>\n👍");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\" \\n \""})
  void anEmptyCaptionIsNone(String caption) {
    assertThat(uploader.create(photo("\"caption\":" + caption)).status()).isEqualTo(201);
    assertThat(jobs.all().get(0).description()).isEqualTo(Description.NONE);
  }

  @Test
  void aSettingOfTheStageThatIsMissingIsNoFaultOfTheClient() {
    Answer answer =
        uploader.send(
            Client.CREATE,
            uploader.event(Client.CREATE).withBody(PHOTO).withStageVariables(Map.of()));

    assertThat(answer.status()).isEqualTo(500);
    assertThat(jobs.all()).isEmpty();
  }

  @Test
  void aChecksumOfNullIsNone() {
    assertThat(uploader.create(photo("\"checksumSha256\":null")).status()).isEqualTo(201);
  }

  static Stream<String> wrongBodies() {
    return Stream.of(
        null,
        "",
        " ",
        "null",
        "[]",
        "7",
        "{",
        PHOTO + "}",
        PHOTO + PHOTO,
        "{\"a\":1,\"a\":2}",
        "[".repeat(2000));
  }

  @ParameterizedTest
  @MethodSource("wrongBodies")
  void refusesWhatIsNoJsonObject(String body) {
    Answer answer = uploader.create(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid-body");
    assertThat(answer.body().has("field")).isFalse();
  }

  @Test
  void saysWhereTheJsonBreaks() {
    assertThat(uploader.create("{\"fileName\":\n  cat.jpg}").text("detail"))
        .contains("line 2, column 3");
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    String limit = "{" + " ".repeat(Fields.LARGEST_BODY - 2) + "}";

    assertThat(uploader.create(limit).status()).isEqualTo(400);
    Answer answer = uploader.create(limit + " ");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("body-too-large");
  }

  /** The photo with these fields instead of, or besides, its own. */
  private static String photo(String... fields) {
    Map<String, String> all =
        Stream.concat(
                Stream.of(
                    "\"fileName\":\"cat.jpg\"",
                    "\"contentType\":\"image/jpeg\"",
                    "\"contentLength\":12"),
                Arrays.stream(fields))
            .collect(
                Collectors.toMap(
                    field -> field.substring(0, field.indexOf(':')),
                    field -> field,
                    (mine, theirs) -> theirs));
    return "{" + String.join(",", all.values()) + "}";
  }

  private static Map<String, String> headers(Answer answer) {
    return answer.body().get("headers").properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, header -> header.getValue().asText()));
  }

  private static Map<String, String> query(URI url) {
    return Arrays.stream(url.getQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }
}
