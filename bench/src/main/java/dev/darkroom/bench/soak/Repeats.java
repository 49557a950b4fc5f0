package dev.darkroom.bench.soak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.bench.api.RunningApi;
import dev.darkroom.bench.api.Ticket;
import dev.darkroom.bench.cloud.JobAnswer;
import dev.darkroom.bench.cloud.StepFunctions;
import dev.darkroom.bench.soak.Kind.Repeat;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Does again what was done, and complains when that changes anything. */
final class Repeats {
  private static final int RECENT = 60;
  private static final int PATIENCE = 100;
  private static final long POLL_MILLIS = 200;
  private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED");

  private final RunningApi api;
  private final StepFunctions states;
  private final HttpClient http = HttpClient.newHttpClient();

  Repeats(RunningApi api, StepFunctions states) {
    this.api = api;
    this.states = states;
  }

  /**
   * Sends the file once more, if it is of that kind.
   *
   * @return a complaint when S3 does not refuse it, or null
   */
  String put(Kind kind, Ticket ticket) throws IOException, InterruptedException {
    if (kind.repeat() != Repeat.PUT) {
      return null;
    }
    int status = ticket.put(http, kind.bytes());
    return status == 412 ? null : "the second PUT answered " + status;
  }

  /**
   * Starts an execution with the same event once more, if the file is of that kind.
   *
   * @param before what the job says
   * @return a complaint when the execution does not succeed, or the job is another one after it
   */
  String event(Kind kind, String jobId, JobAnswer before) throws IOException, InterruptedException {
    if (kind.repeat() != Repeat.EVENT) {
      return null;
    }
    String second = states.start(input(jobId));
    JsonNode execution = states.describe(second);
    for (int i = 0; i < PATIENCE && !ended(execution); i++) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      execution = states.describe(second);
    }
    String status = execution.required("status").asText();
    if (!status.equals("SUCCEEDED")) {
      return "the second execution is " + status;
    }
    JobAnswer after = JobAnswer.of(api, jobId);
    return after.status().equals(before.status()) ? null : "the second execution changed the job";
  }

  private static boolean ended(JsonNode execution) {
    return ENDED.contains(execution.required("status").asText());
  }

  /** The event that the job's execution was started with. */
  private String input(String jobId) throws IOException, InterruptedException {
    for (String arn : states.newest(RECENT)) {
      String input = states.describe(arn).required("input").asText();
      if (input.contains(jobId)) {
        return input;
      }
    }
    throw new IOException("None of the newest " + RECENT + " executions is of job " + jobId);
  }
}
