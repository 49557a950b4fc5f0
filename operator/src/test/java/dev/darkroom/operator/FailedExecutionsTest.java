package dev.darkroom.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.JobIds;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.redrive.FakeStates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

class FailedExecutionsTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

  private final FakeStates states = new FakeStates();
  private final FailedExecutions failed = new FailedExecutions(states, FakeStates.MACHINE);

  @Test
  void everyKindOfBadEndIsFoundTheLastFirst() throws Exception {
    JobRef aborted = ended("a", ExecutionStatus.ABORTED, 30);
    JobRef timedOut = ended("b", ExecutionStatus.TIMED_OUT, 20);
    JobRef broken = ended("c", ExecutionStatus.FAILED, 10);
    ended("d", ExecutionStatus.SUCCEEDED, 5);

    assertThat(failed.jobs(Instant.EPOCH)).containsExactly(broken, timedOut, aborted);
  }

  @Test
  void everyPageIsRead() throws Exception {
    List<JobRef> jobs =
        IntStream.range(0, 7).mapToObj(i -> ended("e" + i, ExecutionStatus.FAILED, i + 1)).toList();

    assertThat(failed.jobs(Instant.EPOCH)).containsExactlyElementsOf(jobs);
  }

  @Test
  void whatEndedBeforeIsLeftOutHoweverLongItRan() throws Exception {
    ended("old", ExecutionStatus.FAILED, 61);
    String arn = FakeStates.arn("long");
    JobRef ref = new JobRef("alice", JobIds.next());
    Instant start = NOW.minus(Duration.ofHours(6));
    states.ended(arn, ExecutionStatus.TIMED_OUT, input(ref), start, NOW.minusSeconds(60));

    assertThat(failed.jobs(NOW.minus(Duration.ofHours(1)))).containsExactly(ref);
  }

  @Test
  void aJobWithSeveralExecutionsIsFoundOnce() throws Exception {
    JobRef ref = ended("first", ExecutionStatus.FAILED, 30);
    Instant stop = NOW.minus(Duration.ofMinutes(10));
    states.ended(FakeStates.arn("second"), ExecutionStatus.FAILED, input(ref), stop, stop);

    assertThat(failed.jobs(Instant.EPOCH)).containsExactly(ref);
  }

  @Test
  void anExecutionThatNoUploadStartedHasNoJob() throws Exception {
    states.ended(FakeStates.arn("x"), ExecutionStatus.FAILED, "{\"hello\": 1}", NOW, NOW);

    assertThat(failed.jobs(Instant.EPOCH)).isEmpty();
  }

  private JobRef ended(String name, ExecutionStatus status, int minutesAgo) {
    JobRef ref = new JobRef("alice", JobIds.next());
    Instant stop = NOW.minus(Duration.ofMinutes(minutesAgo));
    states.ended(FakeStates.arn(name), status, input(ref), stop.minusSeconds(5), stop);
    return ref;
  }

  private static String input(JobRef ref) {
    return "{\"detail\": {\"bucket\": {\"name\": \"b\"}, \"object\": {\"key\": \"uploads/%s/%s/a.jpg\"}}}"
        .formatted(ref.owner(), ref.jobId());
  }
}
