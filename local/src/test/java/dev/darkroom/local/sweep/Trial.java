package dev.darkroom.local.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.lambda.FunctionError;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Runs one job to its end, whatever goes wrong: does what a user, the scheduler and an operator do.
 * The user uploads, the scheduler reconciles what stands still, the operator mends what is broken
 * and redrives what failed.
 */
final class Trial {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(150);

  /** Of a fault that lasts, the operator hears at last when it was met so often. */
  private static final int HEARD_OF = 60;

  private static final long STANDS_STILL_MILLIS = 1000;

  private static final int MOST_REDRIVES = 4;
  private static final int UNCHANGED_SECONDS = 3;
  private static final long STATES_PAUSE_MILLIS = 100;
  private static final Collection<String> FINAL = Set.of("COMPLETED", "REJECTED", "FAILED");

  private final Deployment deployed;
  private final Scenario scenario;
  private final Run run;
  private Scenario.End awaited;
  private int reconciled;
  private long lastReconciled;

  Trial(Deployment deployed, Scenario scenario, Run run) {
    this.deployed = deployed;
    this.scenario = scenario;
    this.run = run;
    this.awaited = scenario.end();
  }

  /** Runs the job; what must not be is noted in the run. */
  void go() throws Exception {
    Photo photo = scenario.photo();
    String albumId = deployed.api().album(run.owner());
    JsonNode ticket = deployed.api().announce(run.owner(), albumId, photo);
    run.is(ticket.path("jobId").asText(), albumId);
    deployed.runs().add(run);
    if (scenario == Scenario.DELETED) {
      run.meanwhile("DetectLabels", () -> deployed.api().delete(run.owner(), run.jobId()));
    }
    deployed.api().put(ticket, photo);
    if (scenario == Scenario.BROKEN_OFF) {
      deleteInVain();
    }
    // Each fault of one time may fail the execution once; those that last are mended before.
    for (int left = MOST_REDRIVES; settles() && status().equals("FAILED"); left--) {
      if (left == 0) {
        run.wrong("6. the job fails again and again");
        return;
      }
      redrive();
    }
  }

  private void deleteInVain() throws Exception {
    awaited = Scenario.End.COMPLETED;
    settles();
    awaited = scenario.end();
    try {
      deployed.api().delete(run.owner(), run.jobId());
      run.wrong("0. the deletion does not break off");
    } catch (FunctionError e) {
      run.note("the API dies: " + e.getMessage());
    }
    run.calls().stream()
        .filter(made -> made.call().function().equals("Gallery"))
        .filter(made -> made.operation().startsWith("S3 Delete"))
        .forEach(made -> run.wrong("0. the deletion breaks off too late, after " + made));
  }

  private void redrive() throws Exception {
    run.unmended().forEach(run::mend);
    Api.Answer answer = deployed.api().redrive(run.owner(), run.jobId());
    run.note("redrive: " + answer);
    if (answer.status() != 202) {
      run.wrong("6. a FAILED job cannot be redriven: " + answer);
    }
  }

  /** Waits until nothing is left to do. */
  private boolean settles() throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      run.unmended().stream().filter(fault -> run.met(fault) >= HEARD_OF).forEach(run::mend);
      if (haveExecutionsEnded() && nothingRuns()) {
        if (isSettled()) {
          return true;
        }
        boolean still = run.quietMillis() > STANDS_STILL_MILLIS;
        if (still || scenario.reconcilesAtOnce()) {
          reconcile(still);
          if (isSettled()) {
            return true;
          }
        }
      }
      run.awaitSign(STATES_PAUSE_MILLIS);
    }
    run.wrong(
        "1. the job does not settle within "
            + PATIENCE.toSeconds()
            + " s; it is "
            + item()
            + ", executions "
            + run.executions());
    return false;
  }

  private boolean haveExecutionsEnded() {
    Collection<String> statuses = run.executions().values();
    return !statuses.isEmpty() && !statuses.contains("RUNNING");
  }

  private boolean nothingRuns() {
    return deployed.cloud().functions().running().stream()
        .noneMatch(invocation -> invocation.payload().toString().contains(run.jobId()));
  }

  private boolean isSettled() {
    Map<String, AttributeValue> item = item();
    if (item.containsKey("inFlight")) {
      return false;
    }
    return awaited == Scenario.End.DELETED
        ? item.containsKey("deletedAt")
        : FINAL.contains(Table.text(item, "status"))
            && Table.text(item, "told").equals(Table.text(item, "status"));
  }

  /**
   * What the scheduler does every few minutes. What is wrong with the recording of failures itself
   * lasts no longer than that.
   */
  private void reconcile(boolean mend) throws InterruptedException {
    long now = System.nanoTime();
    if (!scenario.reconcilesAtOnce() && now - lastReconciled < TimeUnit.SECONDS.toNanos(1)) {
      return;
    }
    lastReconciled = now;
    if (mend || reconciled >= 3) {
      run.unmended().stream()
          .filter(fault -> !scenario.brokenBy().equals(Optional.of(fault)))
          .forEach(run::mend);
    }
    reconciled++;
    run.note("ReconcileJobs is invoked");
    try {
      JsonNode answer =
          deployed
              .cloud()
              .functions()
              .invoke(
                  "darkroom-ReconcileJobsFunction",
                  JSON.createObjectNode()
                      .put("unchangedSeconds", scenario.reconcilesAtOnce() ? 0 : UNCHANGED_SECONDS)
                      .put("trial", run.jobId()));
      run.note("ReconcileJobs: " + answer);
    } catch (FunctionError | AwsError e) {
      run.note("ReconcileJobs fails: " + e.getMessage());
    }
  }

  private String status() {
    return Table.text(item(), "status");
  }

  private Map<String, AttributeValue> item() {
    return deployed.table().job(run.owner(), run.jobId());
  }
}
