package dev.darkroom.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorDocumentTest {

  @Test
  void anExceptionWithoutAMessageIsDescribedByItsName() {
    JsonNode document = ErrorDocument.of(new IllegalStateException((String) null)).payload();

    assertThat(document.get("errorMessage").asText()).isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void theCauseStaysInTheLog() {
    JsonNode document =
        ErrorDocument.of(new IllegalStateException("outer", new IllegalStateException("inner")))
            .payload();

    assertThat(document.fieldNames())
        .toIterable()
        .containsExactly("errorMessage", "errorType", "stackTrace");
  }

  @ParameterizedTest
  @CsvSource({"3000, 3.00", "120000, 120.00", "1234, 1.23"})
  void aTimeoutTellsSecondsWithTwoDecimals(long millis, String seconds) {
    assertThat(ErrorDocument.timedOut("7f", Duration.ofMillis(millis)))
        .hasMessage("RequestId: 7f Error: Task timed out after " + seconds + " seconds");
  }
}
