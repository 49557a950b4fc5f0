package dev.darkroom.steps;

import static dev.darkroom.steps.Uploads.PHOTO;
import static dev.darkroom.steps.Uploads.jpeg;
import static dev.darkroom.steps.Uploads.object;
import static dev.darkroom.steps.Uploads.transparentPng;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.darkroom.core.Rendition;
import dev.darkroom.imaging.RenditionSpec;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.ArgumentMatchers;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

class RenditionWriterTest {
  private static final List<RenditionSpec> SPECS =
      RenditionSpec.parseList("large:300,medium:150,small:30");

  private final S3Client s3 = mock(S3Client.class);
  private final RenditionWriter writer = new RenditionWriter(new Originals(s3), s3, "renditions");

  @Test
  void writesEverySizeUnderTheJob() {
    holds(jpeg(600, 400));
    Resize.Resized resized = writer.write(PHOTO, SPECS, 1_000_000, false);
    assertThat(resized.renditions())
        .extracting(Rendition::name, Rendition::width, Rendition::height, Rendition::key)
        .containsExactly(
            tuple("large", 300, 200), tuple("medium", 150, 100), tuple("small", 30, 20));
    assertThat(puts())
        .extracting(PutObjectRequest::bucket)
        .containsExactly("renditions", "renditions", "renditions");
  }

  @Test
  void tellsTheSizeOfTheOriginal() {
    holds(jpeg(600, 400));
    assertThat(writer.write(PHOTO, SPECS, 1_000_000, false).picture())
        .isEqualTo(new PictureFacts(600, 400, 1, 1, null, List.of()));
  }

  @Test
  void aPictureWithTransparencyBecomesPngAndItsKeySaysSo() {
    holds(transparentPng());
    assertThat(writer.write(PHOTO, SPECS, 1_000_000, false).renditions())
        .allSatisfy(
            rendition -> {
              assertThat(rendition.contentType()).isEqualTo("image/png");
              assertThat(rendition.key()).endsWith("/" + rendition.name() + ".png");
            });
  }

  @Test
  void whatItWritesMayBeCachedForEver() {
    holds(jpeg(600, 400));
    writer.write(PHOTO, SPECS, 1_000_000, false);
    assertThat(puts())
        .allSatisfy(
            put -> {
              assertThat(put.cacheControl()).contains("immutable").contains("private");
              assertThat(put.contentType()).isEqualTo("image/jpeg");
            });
  }

  @Test
  void refusesAFileThatEndsInItsBodyAndWritesNothing() {
    byte[] whole = jpeg(600, 400);
    holds(Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> writer.write(PHOTO, SPECS, 1_000_000, false))
        .isInstanceOf(InvalidImage.class)
        .hasMessageStartingWith("TRUNCATED: ");
    verify(s3, never())
        .putObject(
            ArgumentMatchers.<Consumer<PutObjectRequest.Builder>>any(), any(RequestBody.class));
  }

  private void holds(byte[] bytes) {
    when(s3.getObject(ArgumentMatchers.<Consumer<GetObjectRequest.Builder>>any()))
        .thenReturn(object(bytes));
  }

  private List<PutObjectRequest> puts() {
    ArgumentCaptor<Consumer<PutObjectRequest.Builder>> puts = ArgumentCaptor.captor();
    verify(s3, times(3)).putObject(puts.capture(), any(RequestBody.class));
    return puts.getAllValues().stream()
        .map(
            put -> {
              PutObjectRequest.Builder request = PutObjectRequest.builder();
              put.accept(request);
              return request.build();
            })
        .toList();
  }

  private static org.assertj.core.groups.Tuple tuple(String name, int width, int height) {
    return org.assertj.core.groups.Tuple.tuple(
        name, width, height, "renditions/owner-1/" + PHOTO.jobId() + "/" + name + ".jpg");
  }
}
