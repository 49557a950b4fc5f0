package dev.darkroom.steps;

import static dev.darkroom.steps.Uploads.jpeg;
import static dev.darkroom.steps.Uploads.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.darkroom.imaging.DecodeLimits;
import dev.darkroom.imaging.ImageFormat;
import dev.darkroom.imaging.ImageProbe;
import dev.darkroom.imaging.UnreadableImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** A body that was damaged on its way is never taken for the uploader's fault. */
class OriginalsTest {
  private static final byte[] PHOTO = jpeg(60, 40);
  private static final GetObjectResponse PLAIN =
      GetObjectResponse.builder().contentLength((long) PHOTO.length).build();

  private final S3Client s3 = mock(S3Client.class);
  private final Originals originals = new Originals(s3);

  @Test
  void whatArrivesWholeIsRead() {
    arrives(PHOTO, PLAIN);
    assertThat(originals.readAll("uploads", "k", md5(PHOTO))).isEqualTo(PHOTO);
    arrives(PHOTO, PLAIN);
    assertThat(probe(md5(PHOTO))).isEqualTo(ImageFormat.JPEG);
  }

  @Test
  void bytesThatAreNotThoseThatWereKeptAreAskedForAgain() {
    byte[] damaged = PHOTO.clone();
    damaged[PHOTO.length / 2] ^= 1;
    arrives(damaged, PLAIN);
    assertThatThrownBy(() -> originals.readAll("uploads", "k", md5(PHOTO)))
        .isInstanceOf(RetryableException.class);
  }

  @Test
  void aBodyThatEndsEarlyIsAskedForAgainWhateverItsEntityTag() {
    byte[] cut = Arrays.copyOf(PHOTO, PHOTO.length / 2);
    for (String eTag : new String[] {md5(PHOTO), "\"0123-7\"", "e1"}) {
      arrives(cut, PLAIN);
      assertThatThrownBy(() -> originals.readAll("uploads", "k", eTag))
          .isInstanceOf(RetryableException.class);
    }
  }

  @Test
  void aHeadThatIsRefusedCountsOnlyIfItIsTheFilesOwn() {
    byte[] damaged = PHOTO.clone();
    Arrays.fill(damaged, 0, 20, (byte) 'x');
    arrives(damaged, PLAIN);
    assertThatThrownBy(() -> probe(md5(PHOTO))).isInstanceOf(RetryableException.class);
    arrives(damaged, PLAIN);
    assertThatThrownBy(() -> probe(md5(damaged))).isInstanceOf(UnreadableImage.class);
  }

  @Test
  void anEntityTagThatIsNoMd5ProvesNothing() {
    arrives(PHOTO, PLAIN);
    assertThat(originals.readAll("uploads", "k", md5(PHOTO) + "-2")).isEqualTo(PHOTO);
    for (ServerSideEncryption keys :
        new ServerSideEncryption[] {
          ServerSideEncryption.AWS_KMS, ServerSideEncryption.AWS_KMS_DSSE
        }) {
      arrives(PHOTO, PLAIN.toBuilder().serverSideEncryption(keys).build());
      assertThat(originals.readAll("uploads", "k", md5(new byte[0]))).isEqualTo(PHOTO);
    }
    arrives(PHOTO, PLAIN.toBuilder().sseCustomerAlgorithm("AES256").build());
    assertThat(originals.readAll("uploads", "k", md5(new byte[0]))).isEqualTo(PHOTO);
  }

  @Test
  void withS3sOwnKeysTheEntityTagIsAnMd5() {
    GetObjectResponse encrypted =
        PLAIN.toBuilder().serverSideEncryption(ServerSideEncryption.AES256).build();
    arrives(PHOTO, encrypted);
    assertThatThrownBy(() -> originals.readAll("uploads", "k", md5(new byte[0])))
        .isInstanceOf(RetryableException.class);
  }

  @Test
  void whatIsSkippedIsComparedToo() throws IOException {
    Arrival arrival = new Arrival(new ByteArrayInputStream(PHOTO), PLAIN, md5(PHOTO));
    arrival.skipNBytes(50);
    assertThat(arrival.read()).isEqualTo(PHOTO[50] & 0xff);
    arrival.requireWhole();
  }

  @Test
  void aConnectionThatBreaksIsNotTheFilesFault() {
    for (Exception failure :
        new Exception[] {
          new IOException("Connection reset"), SdkClientException.create("Another checksum")
        }) {
      arrivesAs(new Breaking(failure));
      assertThatThrownBy(() -> probe("e1")).isInstanceOf(RetryableException.class);
      arrivesAs(new Breaking(failure));
      assertThatThrownBy(() -> originals.readAll("uploads", "k", "e1"))
          .isInstanceOf(RetryableException.class);
    }
  }

  private ImageFormat probe(String eTag) {
    return originals.read(
        "uploads",
        "k",
        eTag,
        original -> ImageProbe.probe(original, DecodeLimits.ofPixels(10_000)).format());
  }

  private void arrives(byte[] bytes, GetObjectResponse response) {
    when(s3.getObject(ArgumentMatchers.<Consumer<GetObjectRequest.Builder>>any()))
        .thenReturn(object(new ByteArrayInputStream(bytes), response));
  }

  private void arrivesAs(InputStream body) {
    ResponseInputStream<GetObjectResponse> object = object(body, PLAIN);
    when(s3.getObject(ArgumentMatchers.<Consumer<GetObjectRequest.Builder>>any()))
        .thenReturn(object);
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A body whose connection breaks after the first byte. */
  @SuppressWarnings("InputStreamSlowMultibyteRead") // It ends at once.
  private static final class Breaking extends InputStream {
    private final Exception failure;
    private boolean begun;

    Breaking(Exception failure) {
      this.failure = failure;
    }

    @Override
    public int read() throws IOException {
      if (!begun) {
        begun = true;
        return PHOTO[0] & 0xff;
      }
      if (failure instanceof IOException broken) {
        throw broken;
      }
      throw (RuntimeException) failure;
    }
  }
}
