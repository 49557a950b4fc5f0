package dev.darkroom.bench.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTest {
  private static final String CSV =
      """
      response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read,status-code,offset
      0.0040,0.0005,0.0000,0.0001,0.0030,0.0001,200,0.0100
      0.0020,0.0000,0.0000,0.0001,0.0015,0.0001,200,0.0140
      0.0040,0.0000,0.0000,0.0001,0.0010,0.0001,200,0.0160
      """;

  @Test
  void timesAreInMillisecondsAndTheRateIsOfTheWholeRound() throws Exception {
    Round round = Round.ofCsv(CSV, 3, 200);

    assertThat(round.millis()).containsExactly(4.0, 2.0, 4.0);
    assertThat(round.percentile(50)).isEqualTo(4.0);
    assertThat(round.requestsASecond()).isCloseTo(150, within(0.001));
  }

  @Test
  void anotherAnswerEndsTheRun() {
    assertThatThrownBy(() -> Round.ofCsv(CSV.replaceFirst("200,0.0140", "429,0.0140"), 3, 200))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("{429=1}");
  }

  @Test
  void aRequestThatWasNotAnsweredEndsTheRun() {
    assertThatThrownBy(() -> Round.ofCsv(CSV, 4, 200))
        .isInstanceOf(IOException.class)
        .hasMessage("Of 4 requests 3 were answered.");
  }

  @Test
  void theMedianOfTheRoundsIsTold() {
    Case load = new Case("GET job", "GET", "/jobs/a", "", 200);
    List<Round> rounds =
        List.of(
            new Round(1, List.of(1.0, 1.0)),
            new Round(4, List.of(9.0, 9.0)),
            new Round(2, List.of(2.0, 2.0)));

    assertThat(new Measured(load, 8, rounds).row())
        .containsExactly("GET job", "8", "1", "2.0", "2.0", "2.0");
  }
}
