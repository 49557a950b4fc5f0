package dev.darkroom.steps;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureCauseTest {
  @Test
  void ofAnErrorDocumentTheMessageIsRead() {
    String document =
        """
        {"errorMessage":"Reading a.jpg broke off.\\nTry again.","errorType":"x.Unavailable",
         "stackTrace":["x.Originals.read(Originals.java:50)"],"cause":{"errorMessage":"reset"}}
        """;
    assertThat(FailureCause.readable(document)).isEqualTo("Reading a.jpg broke off.");
  }

  @Test
  void aDocumentThatWasCutOffInItsStackTraceIsReadAsFarAsItGoes() {
    assertThat(FailureCause.readable("{\"errorMessage\":\"Too slow\",\"stackTrace\":[\"x.Origi"))
        .isEqualTo("Too slow");
    assertThat(
            FailureCause.readable(
                "{\"cause\":{\"errorMessage\":\"inner\"},\"errorMessage\":\"outer\"}"))
        .isEqualTo("outer");
  }

  @Test
  void aDocumentWithoutAMessageTellsItsType() {
    assertThat(FailureCause.readable("{\"errorType\":\"java.lang.NullPointerException\"}"))
        .isEqualTo("java.lang.NullPointerException");
    assertThat(
            FailureCause.readable("{\"errorMessage\":null,\"errorType\":\"java.lang.StackError\"}"))
        .isEqualTo("java.lang.StackError");
  }

  @Test
  void plainTextIsOneLineToo() {
    assertThat(FailureCause.readable("  Stopped by\ta person \nfor a reason"))
        .isEqualTo("Stopped by a person");
    assertThat(FailureCause.readable("{not JSON")).isEqualTo("{not JSON");
  }

  @Test
  void ofAnArnTheLastPartIsEnough() {
    assertThat(
            FailureCause.readable(
                "User: arn:aws:sts::111122223333:assumed-role/resize/run is not authorized to"
                    + " perform: s3:PutObject on resource: \"arn:aws:s3:::renditions/large.jpg\""))
        .isEqualTo(
            "User: run is not authorized to perform: s3:PutObject on resource: \"large.jpg\"");
  }

  @Test
  void aRequestsIdIsNoNews() {
    assertThat(
            FailureCause.readable(
                "{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":\"RequestId:"
                    + " 0af1c2d3-1b2c-4d5e-8f90-a1b2c3d4e5f6 Error: Task timed out after 30.00"
                    + " seconds\"}"))
        .isEqualTo("Task timed out after 30.00 seconds");
  }

  @Test
  void aLongLineIsCutBetweenCharacters() {
    String line = FailureCause.readable("x".repeat(498) + "\uD83D\uDE00".repeat(9));
    assertThat(line).hasSizeLessThanOrEqualTo(500).isEqualTo("x".repeat(498) + "…");
    assertThat(FailureCause.readable("x".repeat(500))).hasSize(500).doesNotContain("…");
  }

  @Test
  void nothingIsMadeOfNothing() {
    assertThat(FailureCause.readable(null)).isNull();
    assertThat(FailureCause.readable("  ")).isNull();
  }
}
