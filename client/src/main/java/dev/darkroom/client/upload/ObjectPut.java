package dev.darkroom.client.upload;

import dev.darkroom.client.api.Refused;
import dev.darkroom.client.api.Ticket;
import dev.darkroom.client.http.Calls;
import dev.darkroom.client.photos.Checksum;
import dev.darkroom.client.photos.Photo;
import dev.darkroom.client.progress.Progress.Transfer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Puts a file to its presigned URL. S3 checks length and checksum; the bytes that went are compared
 * on this side as well, for a server that does not.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html">
 *     Checking object integrity</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html">
 *     Conditional writes</a>
 */
final class ObjectPut {
  private static final Duration SHORTEST = Duration.ofSeconds(60);

  /** A line that is slower than this is taken for broken. */
  private static final long BYTES_A_SECOND = 16_000;

  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int ALREADY_THERE = 412;

  private final Calls calls;
  private final Clock clock;

  ObjectPut(Calls calls, Clock clock) {
    this.calls = calls;
    this.clock = clock;
  }

  /**
   * Sends a file, as often as it takes. That it is there already is as good as an arrival: a try
   * whose answer was lost may have arrived.
   *
   * @throws FileChanged when the bytes are not those of the checksum
   * @throws UrlExpired when the ticket has ended
   * @throws Refused when S3 does not take it for another reason
   */
  void put(Photo photo, String checksum, Ticket ticket, Transfer transfer)
      throws IOException, InterruptedException {
    AtomicReference<MessageDigest> digest = new AtomicReference<>();
    HttpResponse<String> answer;
    try {
      answer = calls.send(() -> request(photo, ticket, transfer, digest));
    } catch (IOException e) {
      if (photo.hasChanged()) {
        throw new FileChanged();
      }
      if (hasEnded(ticket)) {
        throw new UrlExpired(); // S3 may hang up on a long body instead of answering 403.
      }
      throw e;
    }
    judge(photo, checksum, ticket, answer, digest.get());
  }

  /** Whether a ticket has ended. */
  private boolean hasEnded(Ticket ticket) {
    return !clock.instant().isBefore(ticket.expiresAt());
  }

  private void judge(
      Photo photo,
      String checksum,
      Ticket ticket,
      HttpResponse<String> answer,
      MessageDigest digest)
      throws IOException {
    int status = answer.statusCode();
    if (status == ALREADY_THERE) {
      return;
    }
    if (status == OK) {
      if (!Checksum.text(digest).equals(checksum)) {
        throw new FileChanged();
      }
      return;
    }
    S3Error error = S3Error.of(answer.body());
    if (error.isBadDigest() || photo.hasChanged()) {
      throw new FileChanged();
    }
    if (status == FORBIDDEN && (error.isExpiry() || hasEnded(ticket))) {
      throw new UrlExpired();
    }
    throw Refused.with(status, "S3 did not take it: " + error + ".");
  }

  private static HttpRequest request(
      Photo photo, Ticket ticket, Transfer transfer, AtomicReference<MessageDigest> digest)
      throws IOException {
    transfer.restart();
    digest.set(Checksum.sha256());
    if (!Files.isReadable(photo.path())) {
      throw new FileChanged();
    }
    BodyPublisher body =
        BodyPublishers.fromPublisher(
            BodyPublishers.ofInputStream(
                () -> new SentBytes(open(photo.path()), digest.get(), transfer)),
            photo.bytes());
    HttpRequest.Builder put =
        HttpRequest.newBuilder(ticket.uploadUrl())
            .timeout(SHORTEST.plusSeconds(photo.bytes() / BYTES_A_SECOND))
            .PUT(body);
    ticket.headers().entrySet().stream()
        .filter(header -> !header.getKey().equals("content-length")) // The client sets it itself.
        .forEach(header -> put.header(header.getKey(), header.getValue()));
    return put.build();
  }

  private static InputStream open(Path file) {
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
