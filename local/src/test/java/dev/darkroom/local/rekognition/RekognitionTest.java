package dev.darkroom.local.rekognition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.local.http.LoopbackServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.BoundingBox;
import software.amazon.awssdk.services.rekognition.model.DetectLabelsFeatureName;
import software.amazon.awssdk.services.rekognition.model.DetectLabelsRequest;
import software.amazon.awssdk.services.rekognition.model.DetectLabelsResponse;
import software.amazon.awssdk.services.rekognition.model.DominantColor;
import software.amazon.awssdk.services.rekognition.model.Image;
import software.amazon.awssdk.services.rekognition.model.ImageTooLargeException;
import software.amazon.awssdk.services.rekognition.model.InvalidImageFormatException;
import software.amazon.awssdk.services.rekognition.model.InvalidParameterException;
import software.amazon.awssdk.services.rekognition.model.InvalidS3ObjectException;
import software.amazon.awssdk.services.rekognition.model.Label;
import software.amazon.awssdk.services.rekognition.model.Parent;
import software.amazon.awssdk.services.rekognition.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.rekognition.model.RekognitionException;
import software.amazon.awssdk.services.rekognition.model.S3Object;
import software.amazon.awssdk.services.rekognition.model.ThrottlingException;

/** The endpoint through AWS's own client, with the real model behind it. */
class RekognitionTest {
  private static final Path SAMPLES = Path.of("../samples");
  private static final Map<String, byte[]> objects = new ConcurrentHashMap<>();
  private static Rekognition rekognition;
  private static LoopbackServer server;
  private static RekognitionClient client;

  @BeforeAll
  static void start() throws IOException {
    rekognition = Rekognition.start(RekognitionTest::read);
    server = LoopbackServer.start(0, rekognition.endpoint());
    client = client(server);
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
    rekognition.close();
  }

  @Test
  void findsTheCatAndSaysThatItIsAnAnimal() throws IOException {
    DetectLabelsResponse response = client.detectLabels(r -> r.image(sample("chelsea.png")));

    assertThat(response.labels()).extracting(Label::name).containsExactly("Cat", "Animal");
    assertThat(response.labelModelVersion()).isEqualTo("ssd_inception_v2_coco");
    Label cat = response.labels().get(0);
    assertThat(cat.confidence()).isBetween(85f, 95f);
    assertThat(cat.parents()).extracting(Parent::name).containsExactly("Animal");
    assertThat(cat.categories()).singleElement().matches(c -> c.name().equals("Animals and Pets"));
    assertThat(cat.instances()).hasSize(1);
    BoundingBox box = cat.instances().get(0).boundingBox();
    assertThat(box.left()).isCloseTo(0.01f, within(0.03f));
    assertThat(box.top()).isCloseTo(0.0f, within(0.03f));
    assertThat(box.width()).isCloseTo(0.93f, within(0.03f));
    assertThat(box.height()).isCloseTo(0.99f, within(0.03f));
  }

  @Test
  void findsThePersonInAnObjectOfS3() throws IOException {
    objects.put("photos/a b+c.png", Files.readAllBytes(SAMPLES.resolve("astronaut.png")));

    DetectLabelsResponse response =
        client.detectLabels(r -> r.image(object("photos", "a b+c.png")).minConfidence(60f));

    assertThat(response.labels()).extracting(Label::name).contains("Person");
    assertThat(response.labels()).allMatch(label -> label.confidence() >= 60);
    assertThat(response.imageProperties()).isNull();
  }

  @Test
  void givesNoLabelBelowTheConfidenceAskedFor() throws IOException {
    assertThat(client.detectLabels(r -> r.image(sample("chelsea.png")).minConfidence(99f)).labels())
        .isEmpty();
  }

  @Test
  void givesNoMoreLabelsThanAskedFor() throws IOException {
    assertThat(client.detectLabels(r -> r.image(sample("chelsea.png")).maxLabels(1)).labels())
        .extracting(Label::name)
        .containsExactly("Cat");
  }

  @Test
  void leavesOutExcludedLabels() throws IOException {
    assertThat(
            client
                .detectLabels(
                    r ->
                        r.image(sample("chelsea.png"))
                            .settings(s -> s.generalLabels(g -> g.labelExclusionFilters("Animal"))))
                .labels())
        .extracting(Label::name)
        .containsExactly("Cat");
  }

  @Test
  void measuresColoursAndQualityWhenAsked() throws IOException {
    DetectLabelsResponse response =
        client.detectLabels(
            r ->
                r.image(sample("chelsea.png"))
                    .features(
                        DetectLabelsFeatureName.GENERAL_LABELS,
                        DetectLabelsFeatureName.IMAGE_PROPERTIES)
                    .settings(s -> s.imageProperties(p -> p.maxDominantColors(3))));

    assertThat(response.imageProperties().quality().brightness()).isBetween(40f, 55f);
    assertThat(response.imageProperties().quality().contrast()).isBetween(10f, 50f);
    assertThat(response.imageProperties().quality().sharpness()).isBetween(1f, 100f);
    assertThat(response.imageProperties().dominantColors())
        .hasSize(3)
        .extracting(DominantColor::simplifiedColor)
        .contains("brown");
    assertThat(response.labels().get(0).instances().get(0).dominantColors()).hasSize(3);
    assertThat(response.imageProperties().foreground()).isNull();
  }

  @Test
  void answersOnlyPropertiesWhenOnlyTheyAreAskedFor() throws IOException {
    DetectLabelsResponse response =
        client.detectLabels(
            r -> r.image(sample("rocket.jpg")).features(DetectLabelsFeatureName.IMAGE_PROPERTIES));
    assertThat(response.hasLabels()).isFalse();
    assertThat(response.imageProperties().dominantColors()).isNotEmpty();
  }

  @Test
  void refusesAnObjectThatIsNotThere() {
    assertThatThrownBy(() -> client.detectLabels(r -> r.image(object("photos", "none.png"))))
        .isInstanceOf(InvalidS3ObjectException.class)
        .hasMessageContaining("Unable to get object metadata from S3");
  }

  @Test
  void refusesWhatIsNoPicture() {
    assertThatThrownBy(() -> client.detectLabels(r -> r.image(bytes("a text".getBytes(UTF_8)))))
        .isInstanceOf(InvalidImageFormatException.class);
  }

  @Test
  void refusesMoreThan5MegabytesInTheRequest() {
    assertThatThrownBy(() -> client.detectLabels(r -> r.image(bytes(new byte[(5 << 20) + 1]))))
        .isInstanceOfSatisfying(
            RekognitionException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));
  }

  @Test
  void refusesMoreThan15MegabytesInS3() {
    objects.put("photos/huge.png", new byte[(15 << 20) + 1]);
    assertThatThrownBy(() -> client.detectLabels(r -> r.image(object("photos", "huge.png"))))
        .isInstanceOf(ImageTooLargeException.class);
  }

  @Test
  void refusesARequestWithoutAnImage() {
    assertThatThrownBy(() -> client.detectLabels(r -> r.image(Image.builder().build())))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void refusesOtherOperationsByName() {
    assertThatThrownBy(() -> client.detectFaces(r -> r.image(bytes(new byte[1]))))
        .hasMessageContaining("RekognitionService.DetectFaces' is not supported locally");
  }

  @Test
  void throttlesAsManyCallsAsTold() throws IOException {
    rekognition.throttleNext(2);
    DetectLabelsRequest request =
        DetectLabelsRequest.builder().image(bytes(Pictures.png(80, 80))).build();
    assertThatThrownBy(() -> client.detectLabels(request)).isInstanceOf(ThrottlingException.class);
    assertThatThrownBy(() -> client.detectLabels(request)).isInstanceOf(ThrottlingException.class);
    assertThat(client.detectLabels(request).labels()).isEmpty();
  }

  @Test
  void refusesCallsBeyondTheQuota() throws IOException {
    try (var slow = Rekognition.start(RekognitionTest::read, 0.001);
        var slowServer = LoopbackServer.start(0, slow.endpoint());
        var slowClient = client(slowServer)) {
      Image picture = bytes(Pictures.png(80, 80));
      assertThat(slowClient.detectLabels(r -> r.image(picture)).labels()).isEmpty();
      assertThatThrownBy(() -> slowClient.detectLabels(r -> r.image(picture)))
          .isInstanceOf(ProvisionedThroughputExceededException.class);
      assertThat(counts(slowServer))
          .isEqualTo("{\"SuccessfulRequestCount\":1,\"ThrottledCount\":1}");
    }
  }

  private static String counts(LoopbackServer server) throws IOException {
    try (var answer = server.uri().resolve("/counts.json").toURL().openStream()) {
      return new String(answer.readAllBytes(), UTF_8);
    }
  }

  private static byte[] read(String bucket, String key, String version) throws ObjectNotFound {
    byte[] bytes = objects.get(bucket + "/" + key);
    if (bytes == null) {
      throw new ObjectNotFound(bucket, key);
    }
    return bytes;
  }

  private static Image sample(String name) {
    try {
      return bytes(Files.readAllBytes(SAMPLES.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Image bytes(byte[] bytes) {
    return Image.builder().bytes(SdkBytes.fromByteArray(bytes)).build();
  }

  private static Image object(String bucket, String key) {
    return Image.builder().s3Object(S3Object.builder().bucket(bucket).name(key).build()).build();
  }

  private static RekognitionClient client(LoopbackServer server) {
    return RekognitionClient.builder()
        .endpointOverride(server.uri())
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }
}
