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

  Processed process(Path photo) throws IOException, InterruptedException {
    try (ProgressLine progress = new ProgressLine(terminal, photo.getFileName().toString())) {
      progress.show("UPLOADING", "");
      String jobId;
      try {
        jobId = api.upload(photo);
      } catch (Refused e) {
        return new Processed(photo, null, null, e.problem(), progress.elapsed());
      }
      String answer = settled(jobId, progress);
      Duration took = progress.elapsed();
      JsonNode job = JSON.readTree(answer);
      keep(jobId, answer, job);
      return new Processed(photo, job, user.mailAbout(jobId), null, took);
    }
  }

  /** Where a rendition was saved. */
  Path file(JsonNode job, JsonNode rendition) {
    String type = rendition.path("contentType").asText();
    String extension = type.equals("image/jpeg") ? "jpg" : type.substring(type.indexOf('/') + 1);
    return out.resolve(job.path("jobId").asText())
        .resolve(rendition.path("name").asText() + "." + extension);
  }

  private String settled(String jobId, ProgressLine progress)
      throws IOException, InterruptedException {
    while (progress.elapsed().compareTo(PATIENCE) < 0) {
      String answer = api.job(jobId);
      JsonNode job = JSON.readTree(answer);
      progress.show(job.path("status").asText(), job.path("step").asText(""));
      if (FINAL.contains(job.path("status").asText())) {
        return answer;
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    throw new IOException("Job " + jobId + " is not settled after " + PATIENCE + ".");
  }

  private void keep(String jobId, String answer, JsonNode job)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectories(out.resolve(jobId));
    Files.write(folder.resolve("job.json"), answer.getBytes(UTF_8));
    for (JsonNode rendition : job.path("renditions")) {
      Files.write(file(job, rendition), api.download(rendition.path("url").asText()));
    }
  }
}
