package dev.darkroom.steps;

import dev.darkroom.core.Capture;
import dev.darkroom.core.InMemoryJobStore;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobError;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.UploadEvent;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.imageio.ImageIO;
import org.mockito.Mockito;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** The upload that the tests of the steps are about. */
final class Uploads {
  static final Instant NOW = Instant.parse("2026-05-04T10:00:00.000Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final JobRef REF = new JobRef("owner-1", "01J0000000000000000000000A");
  static final String KEY = "uploads/owner-1/01J0000000000000000000000A/a.jpg";
  static final String EXECUTION = "arn:aws:states:eu-west-1:1:execution:process-image:mine";
  static final Photo PHOTO =
      new Photo(REF.owner(), REF.jobId(), "uploads", KEY, "e1", "image/jpeg");
  static final PictureFacts PICTURE =
      new PictureFacts(
          600,
          400,
          12,
          1,
          new Capture("2026-05-01T12:00:00", "Canon EOS R6", null, 0.008, 2.8, 400, 35.0, null),
          List.of("The file holds 12 frames; the first was used."));

  private Uploads() {}

  static UploadEvent event(long size) {
    return event(KEY, size);
  }

  static UploadEvent event(String key, long size) {
    return new UploadEvent(
        "2026-05-04T10:00:00Z",
        new UploadEvent.Detail(
            new UploadEvent.Bucket("uploads"), new UploadEvent.S3Object(key, size, "e1", "0A")),
        null);
  }

  static InMemoryJobStore announced() {
    InMemoryJobStore jobs = new InMemoryJobStore(CLOCK);
    jobs.announce(Job.announced(REF, "a.jpg", "image/jpeg", 9, NOW));
    return jobs;
  }

  static InMemoryJobStore claimed() {
    InMemoryJobStore jobs = announced();
    jobs.claim(
        new dev.darkroom.core.Claim(
            REF, EXECUTION, new dev.darkroom.core.Original(KEY, "e1"), "a.jpg", 9, NOW));
    return jobs;
  }

  /** A job that has ended. */
  static Job settled() {
    InMemoryJobStore jobs = claimed();
    jobs.settle(REF, EXECUTION, rejected());
    return jobs.find(REF).orElseThrow();
  }

  static Outcome rejected() {
    return Outcome.rejected(null, new JobError("EMPTY_FILE", "The file is empty."), NOW);
  }

  static byte[] jpeg(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.ORANGE);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.dispose();
    return encoded(image, "jpeg");
  }

  static byte[] transparentPng() {
    return encoded(new BufferedImage(600, 400, BufferedImage.TYPE_INT_ARGB), "png");
  }

  private static byte[] encoded(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static ResponseInputStream<GetObjectResponse> object(byte[] bytes) {
    return object(
        new ByteArrayInputStream(bytes),
        GetObjectResponse.builder().contentLength((long) bytes.length).build());
  }

  static ResponseInputStream<GetObjectResponse> object(
      InputStream body, GetObjectResponse response) {
    return new ResponseInputStream<>(
        response,
        AbortableInputStream.create(
            body, Mockito.mock(software.amazon.awssdk.http.Abortable.class)));
  }
}
