package dev.darkroom.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.local.cli.ApiClient;
import dev.darkroom.local.cli.DemoUser;
import dev.darkroom.local.mail.Email;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/**
 * Somebody new, who has no images yet, uploads photos and is told of them. What the topic tells is
 * counted, too.
 */
final class Uploader implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunningCloud running;
  private final DemoUser user;
  private final ApiClient client;
  private final ApiCalls calls;
  private final ToldOutcomes told;

  private Uploader(RunningCloud running, DemoUser user, String token) {
    this.running = running;
    this.user = user;
    this.client = new ApiClient(running.apiUrl(), token);
    this.calls = new ApiCalls(running.apiUrl(), token);
    this.told = new ToldOutcomes(running, user.user().sub());
  }

  static Uploader join(RunningCloud running) throws IOException, InterruptedException {
    DemoUser user = DemoUser.in(running.cloud(), "uploader-" + COUNT.incrementAndGet(), "uploader");
    user.turnNotificationsOn();
    return new Uploader(running, user, user.signIn());
  }

  String sub() {
    return user.user().sub();
  }

  ApiCalls api() {
    return calls;
  }

  ToldOutcomes told() {
    return told;
  }

  /** Announces a photo and sends it; gives the job's id. */
  String upload(Path file) throws IOException, InterruptedException {
    return client.upload(file);
  }

  JsonNode job(String jobId) throws IOException, InterruptedException {
    return calls.get("/jobs/" + jobId);
  }

  /** The user's jobs of a status, once there are any. */
  List<JsonNode> jobs(String status) {
    return Awaitility.await(status + " jobs")
        .atMost(PATIENCE)
        .until(
            () -> {
              List<JsonNode> found = new ArrayList<>();
              calls.get("/jobs?status=" + status).path("items").forEach(found::add);
              return found;
            },
            found -> !found.isEmpty());
  }

  /** The job once it is final. */
  JsonNode settled(String jobId) {
    return running.settled(client, jobId);
  }

  /** The job once a step is the last that finished. */
  JsonNode after(String step, String jobId) {
    return Awaitility.await(step + " of " + jobId)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> job(jobId), job -> job.path("step").asText().equals(step));
  }

  /** Waits for the mail about a job. */
  Email mailAbout(String jobId) throws InterruptedException {
    return user.mailAbout(jobId);
  }

  /** How many mails came about a job, once the first came; call it when nothing more happens. */
  long mailsAbout(String jobId) throws InterruptedException {
    user.mailAbout(jobId);
    return running.cloud().inbox().emails(user.user().email()).stream()
        .filter(mail -> mail.body().contains(jobId))
        .count();
  }

  /** All that there is of this user's images. */
  Footprint footprint() {
    return Footprint.of(running, sub());
  }

  @Override
  public void close() {
    told.close();
  }
}
