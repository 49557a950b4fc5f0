package dev.darkroom.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** A presigned URL takes the very upload that was announced, once, and for minutes. */
@ExtendWith(RunningCloud.class)
class UploadSignatureIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningCloud running = RunningCloud.get();
  private final byte[] photo = smallPhoto();

  @Test
  void whatWasAnnouncedIsTakenOnce() throws Exception {
    JsonNode upload = announce();
    assertThat(put(upload, Map.of(), photo)).isEqualTo(200);
    assertThat(put(upload, Map.of(), photo)).as("the URL writes once").isEqualTo(412);
    assertThat(running.settled(jobId(upload)).path("status").asText()).isEqualTo("COMPLETED");
  }

  @Test
  void anotherContentTypeIsRefused() throws Exception {
    assertRefused(announce(), Map.of("content-type", "text/html"), photo, 403);
  }

  @Test
  void otherMetadataIsRefused() throws Exception {
    assertRefused(announce(), Map.of("x-amz-meta-job-id", "other"), photo, 403);
  }

  @Test
  void anotherLengthIsRefused() throws Exception {
    assertRefused(announce(), Map.of(), "short".getBytes(UTF_8), 403);
  }

  @Test
  void otherBytesOfTheSameLengthAreRefused() throws Exception {
    byte[] others = photo.clone();
    others[others.length / 2] ^= 1;
    assertRefused(announce(), Map.of(), others, 400);
  }

  @Test
  void aSignatureThatWasTamperedWithIsRefused() throws Exception {
    JsonNode upload = announce();
    String url = upload.path("uploadUrl").asText();
    String tampered = url.replaceFirst("X-Amz-Signature=.", "X-Amz-Signature=0");
    String other =
        tampered.equals(url)
            ? url.replaceFirst("X-Amz-Signature=.", "X-Amz-Signature=1")
            : tampered;
    assertThat(put(URI.create(other), headers(upload), photo)).isEqualTo(403);
    assertThat(running.job(jobId(upload)).path("status").asText()).isEqualTo("AWAITING_UPLOAD");
  }

  @Test
  void aUrlForAnotherKeyIsRefused() throws Exception {
    JsonNode upload = announce();
    String other = upload.path("uploadUrl").asText().replace("/photo.jpg?", "/other.jpg?");
    assertThat(put(URI.create(other), headers(upload), photo)).isEqualTo(403);
  }

  @Test
  void anExpiredUrlIsRefused() throws Exception {
    URI valid = signedAt(Instant.now().minus(Duration.ofMinutes(5)));
    URI expired = signedAt(Instant.now().minus(Duration.ofMinutes(20)));
    assertThat(put(expired, Map.of(), photo)).isEqualTo(403);
    assertThat(put(valid, Map.of(), photo)).isEqualTo(200);
  }

  private void assertRefused(JsonNode upload, Map<String, String> changed, byte[] bytes, int status)
      throws Exception {
    assertThat(put(upload, changed, bytes)).isEqualTo(status);
    assertThat(running.job(jobId(upload)).path("status").asText()).isEqualTo("AWAITING_UPLOAD");
    assertThat(put(upload, Map.of(), photo)).as("the right upload is still taken").isEqualTo(200);
  }

  private JsonNode announce() throws Exception {
    String checksum =
        Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(photo));
    String body =
        JSON.createObjectNode()
            .put("fileName", "photo.jpg")
            .put("contentType", "image/jpeg")
            .put("contentLength", photo.length)
            .put("checksumSha256", checksum)
            .toString();
    HttpRequest post =
        HttpRequest.newBuilder(URI.create(running.apiUrl() + "/uploads"))
            .header("authorization", "Bearer " + running.user().signIn())
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(post, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(201);
    return JSON.readTree(answer.body());
  }

  private static int put(JsonNode upload, Map<String, String> changed, byte[] bytes)
      throws IOException, InterruptedException {
    Map<String, String> headers = headers(upload);
    headers.putAll(changed);
    return put(URI.create(upload.path("uploadUrl").asText()), headers, bytes);
  }

  /** A fresh connection each time: a refused PUT closes its own early. */
  private static int put(URI url, Map<String, String> headers, byte[] bytes)
      throws IOException, InterruptedException {
    HttpRequest.Builder put = HttpRequest.newBuilder(url).PUT(BodyPublishers.ofByteArray(bytes));
    headers.forEach(put::header);
    return HttpClient.newHttpClient()
        .send(put.build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static Map<String, String> headers(JsonNode upload) {
    Map<String, String> headers = new TreeMap<>();
    upload
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    headers.remove("content-length");
    return headers;
  }

  private URI signedAt(Instant instant) {
    String key = "uploads/" + running.user().user().sub() + "/late-" + instant.toEpochMilli();
    SdkHttpRequest request =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.PUT)
            .uri(
                URI.create(
                    running.cloud().endpoints().get("S3")
                        + "/"
                        + running.uploadsBucket()
                        + "/"
                        + key))
            .build();
    AwsCredentialsIdentity credentials =
        AwsCredentialsIdentity.create(
            running.cloud().credentials().accessKeyId(),
            running.cloud().credentials().secretAccessKey());
    return AwsV4HttpSigner.create()
        .sign(
            sign ->
                sign.identity(credentials)
                    .request(request)
                    .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, running.cloud().region())
                    .putProperty(
                        AwsV4FamilyHttpSigner.AUTH_LOCATION,
                        AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, Duration.ofMinutes(15))
                    .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                    .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(instant, ZoneOffset.UTC)))
        .request()
        .getUri();
  }

  private static String jobId(JsonNode upload) {
    return upload.path("jobId").asText();
  }

  /** Small: a PUT that is refused is not read to its end, and a large one would meet a reset. */
  private static byte[] smallPhoto() {
    try {
      return Pictures.halves("jpeg", 120, 90);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
