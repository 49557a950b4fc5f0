package dev.darkroom.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * {@code up --data} is killed again and again while people upload. What they were told is there
 * comes to its end: no job is lost.
 *
 * <p>{@code -Ddarkroom.kills=N} kills it so many times, {@code -Ddarkroom.seed=N} at the same
 * moments as an earlier run.
 */
class KillIT {
  private static final int KILLS = Integer.getInteger("darkroom.kills", 20);
  private static final int UPLOADS_PER_LIFE = 5;
  private static final int EARLY_EVERY = 5;
  private static final Duration SHORTEST_LIFE = Duration.ofMillis(200);
  private static final Duration LONGEST_LIFE = Duration.ofSeconds(4);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int PARTS = 16;

  @TempDir private Path folder;
  private final long seed = Long.getLong("darkroom.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final int port = freePorts();
  private final PatientClient client = new PatientClient("http://127.0.0.1:" + port + "/api");
  private final List<Instant> kills = new ArrayList<>();

  @Test
  void noJobIsLostHoweverOftenUpIsKilled() throws Exception {
    Instant began = Instant.now();
    try (Load load = new Load(client)) {
      for (int kill = 1; kill <= KILLS; kill++) {
        liveAndDie(load, kill % EARLY_EVERY == 0);
      }
      Duration killing = Duration.between(began, Instant.now());
      try (Up up = launch()) {
        up.await();
        client.token(up.variable("DARKROOM_TOKEN"));
        Awaitility.await("uploads").atMost(PATIENCE).until(load::isDone);
        try (SfnClient states = states(up)) {
          settle(load, states, killing);
        } catch (ConditionTimeoutException | AssertionError e) {
          throw new AssertionError("Seed " + seed + ", log:\n" + tail(up.err()), e);
        }
        up.stop();
      }
    }
  }

  /**
   * @param early whether it is killed while it still starts
   */
  private void liveAndDie(Load load, boolean early) throws IOException, InterruptedException {
    try (Up up = launch()) {
      if (!early) {
        up.await();
        client.token(up.variable("DARKROOM_TOKEN"));
        load.allow(UPLOADS_PER_LIFE);
      }
      Thread.sleep(life().toMillis());
      kills.add(Instant.now());
      up.kill();
    }
  }

  private Up launch() throws IOException {
    String data = folder.resolve("data").toString();
    return Up.launch(folder, "--port", Integer.toString(port), "--data", data);
  }

  /** Short lives are more frequent: that is when most is under way. */
  private Duration life() {
    double part = random.nextDouble() * random.nextDouble();
    long longest = LONGEST_LIFE.minus(SHORTEST_LIFE).toMillis();
    return SHORTEST_LIFE.plusMillis(Math.round(part * longest));
  }

  private void settle(Load load, SfnClient states, Duration killing) throws Exception {
    Instant began = Instant.now();
    awaitEnds(states);
    Map<String, JsonNode> jobs = awaitFinal(load);
    int redriven = redriveFailed(states, jobs);
    if (redriven > 0) {
      awaitEnds(states);
      jobs = awaitFinal(load);
    }
    Duration settling = Duration.between(began, Instant.now());
    Map<String, Long> outcomes = new TreeMap<>();
    jobs.values().forEach(job -> outcomes.merge(status(job), 1L, Long::sum));
    List<ExecutionListItem> executions = executions(states);
    long resumed = executions.stream().filter(this::outlivedAKill).count();
    System.out.printf(
        "KillIT: seed %d: %d kills in %d s, %d uploads (%d requests sent again): %s after %d s;"
            + " %d executions, %d of them resumed, %d redriven%n",
        seed,
        kills.size(),
        killing.toSeconds(),
        jobs.size(),
        client.repeated(),
        outcomes,
        settling.toSeconds(),
        executions.size(),
        resumed,
        redriven);
    for (Map.Entry<String, JsonNode> job : jobs.entrySet()) {
      boolean good = load.jobs().get(job.getKey());
      assertThat(status(job.getValue()))
          .as(job.getValue().toString())
          .isEqualTo(good ? "COMPLETED" : "REJECTED");
      if (good) {
        assertRenditionsExist(job.getValue());
      }
    }
    assertThat(resumed).as("executions that outlived a kill").isPositive();
  }

  private void assertRenditionsExist(JsonNode job) throws IOException, InterruptedException {
    assertThat(job.path("renditions")).as(job.toString()).hasSize(3);
    for (JsonNode rendition : job.path("renditions")) {
      byte[] file = client.download(rendition.path("url").asText());
      assertThat(ImageIO.read(new ByteArrayInputStream(file)).getWidth())
          .isEqualTo(rendition.path("width").asInt());
    }
  }

  private void awaitEnds(SfnClient states) {
    Awaitility.await("executions")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () ->
                assertThat(executions(states))
                    .filteredOn(execution -> execution.status() == ExecutionStatus.RUNNING)
                    .isEmpty());
  }

  private Map<String, JsonNode> awaitFinal(Load load) throws InterruptedException {
    Map<String, JsonNode> jobs = new LinkedHashMap<>();
    Awaitility.await("jobs")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              for (String jobId : load.jobs().keySet()) {
                jobs.put(jobId, client.job(jobId));
              }
              assertThat(jobs.values())
                  .filteredOn(job -> !status(job).matches("COMPLETED|REJECTED|FAILED"))
                  .isEmpty();
            });
    return jobs;
  }

  private int redriveFailed(SfnClient states, Map<String, JsonNode> jobs) {
    List<String> failed =
        jobs.entrySet().stream()
            .filter(job -> status(job.getValue()).equals("FAILED"))
            .map(Map.Entry::getKey)
            .toList();
    for (String jobId : failed) {
      String arn =
          executions(states).stream()
              .filter(execution -> execution.status() != ExecutionStatus.SUCCEEDED)
              .map(ExecutionListItem::executionArn)
              .filter(ended -> inputOf(states, ended).contains(jobId))
              .findFirst()
              .orElseThrow();
      states.redriveExecution(redrive -> redrive.executionArn(arn));
    }
    return failed.size();
  }

  private static String inputOf(SfnClient states, String arn) {
    return states.describeExecution(describe -> describe.executionArn(arn)).input();
  }

  private boolean outlivedAKill(ExecutionListItem execution) {
    return kills.stream()
        .anyMatch(
            kill -> execution.startDate().isBefore(kill) && execution.stopDate().isAfter(kill));
  }

  private static List<ExecutionListItem> executions(SfnClient states) {
    String machine = states.listStateMachines().stateMachines().get(0).stateMachineArn();
    return states
        .listExecutionsPaginator(list -> list.stateMachineArn(machine))
        .executions()
        .stream()
        .toList();
  }

  private static SfnClient states(Up up) throws IOException {
    return SfnClient.builder()
        .endpointOverride(URI.create(up.variable("AWS_ENDPOINT_URL_SFN")))
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private static String status(JsonNode job) {
    return job.path("status").asText();
  }

  private static String tail(String log) {
    return log.substring(Math.max(0, log.length() - 20_000));
  }

  /**
   * The first of at least as many ports as {@code up} takes, below those that systems give to
   * clients.
   */
  private static int freePorts() {
    return new Random()
        .ints(20_000, 30_000)
        .filter(first -> IntStream.range(first, first + PARTS).allMatch(KillIT::isFree))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
