package dev.darkroom.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Takes photos through the pipeline and keeps what comes out. */
final class PhotoRun {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> FINAL = Set.of("COMPLETED", "REJECTED", "FAILED");
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long POLL_MILLIS = 100;

  private final ApiClient api;
  private final DemoUser user;
  private final Path out;
  private final PrintStream terminal;

  /**
   * @param out where {@code {jobId}/} folders are made
   * @param terminal where the progress line goes
   */
  PhotoRun(ApiClient api, DemoUser user, Path out, PrintStream terminal) {
    this.api = api;
    this.user = user;
    this.out = out;
    this.terminal = terminal;
  }

  /** Takes one photo through; what goes wrong with it is in the result, for the others to go on. */
  Processed process(Path photo) throws InterruptedException {
    try (ProgressLine progress = new ProgressLine(terminal, photo.getFileName().toString())) {
      progress.show("UPLOADING", "");
      try {
        String jobId = api.upload(photo);
        boolean failed =
            await(jobId, progress, PhotoRun::isFinal).path("status").asText().equals("FAILED");
        Duration took = progress.elapsed();
        if (!failed) {
          await(jobId, progress, PhotoRun::isNotified);
        }
        JsonNode job = keep(jobId, api.job(jobId));
        return new Processed(photo, job, user.mailAbout(jobId), null, took);
      } catch (Refused e) {
        return new Processed(photo, null, null, e.problem(), progress.elapsed());
      } catch (IOException | IllegalStateException e) {
        JsonNode problem = JSON.createObjectNode().put("detail", e.toString()).put("status", 500);
        return new Processed(photo, null, null, problem, progress.elapsed());
      }
    }
  }

  /** Where a rendition was saved. */
  Path file(JsonNode job, JsonNode rendition) {
    String type = rendition.path("contentType").asText();
    String extension = type.equals("image/jpeg") ? "jpg" : type.substring(type.indexOf('/') + 1);
    return out.resolve(job.path("jobId").asText())
        .resolve(rendition.path("name").asText() + "." + extension);
  }

  private JsonNode await(String jobId, ProgressLine progress, Predicate<JsonNode> wanted)
      throws IOException, InterruptedException {
    while (progress.elapsed().compareTo(PATIENCE) < 0) {
      JsonNode job = JSON.readTree(api.job(jobId));
      progress.show(job.path("status").asText(), job.path("step").asText(""));
      if (wanted.test(job)) {
        return job;
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    throw new IOException("Job " + jobId + " is not settled after " + PATIENCE + ".");
  }

  private static boolean isFinal(JsonNode job) {
    return FINAL.contains(job.path("status").asText());
  }

  /** The last step is done: nothing of the job goes on when the cloud is closed. */
  private static boolean isNotified(JsonNode job) {
    return job.path("step").asText().equals("Notify");
  }

  /** Saves the API's answer as it is, and the renditions beside it. */
  private JsonNode keep(String jobId, String answer) throws IOException, InterruptedException {
    JsonNode job = JSON.readTree(answer);
    Path folder = Files.createDirectories(out.resolve(jobId));
    Files.write(folder.resolve("job.json"), answer.getBytes(UTF_8));
    for (JsonNode rendition : job.path("renditions")) {
      Files.write(file(job, rendition), api.download(rendition.path("url").asText()));
    }
    return job;
  }
}
