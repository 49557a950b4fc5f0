package dev.darkroom.bench.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class JobAnswerTest {

  @Test
  void aJobThatWaitsForLabelsIsNotFinal() throws Exception {
    JobAnswer job =
        JobAnswer.parse(
            """
            {"jobId": "a", "status": "PROCESSING", "updatedAt": "2026-01-01T00:00:01.5Z",
             "waitingFor": "labels"}""");

    assertThat(job.isFinal()).isFalse();
    assertThat(job.waitsForLabels()).isTrue();
    assertThat(job.updatedAt()).isEqualTo(Instant.parse("2026-01-01T00:00:01.500Z"));
  }

  @Test
  void aFinalJobWaitsForNothing() throws Exception {
    JobAnswer job =
        JobAnswer.parse("{\"status\": \"REJECTED\", \"updatedAt\": \"2026-01-01T00:00:01Z\"}");

    assertThat(job.isFinal()).isTrue();
    assertThat(job.waitsForLabels()).isFalse();
  }
}
