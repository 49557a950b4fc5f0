package dev.darkroom.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.darkroom.local.lambda.sample.Leaning;
import dev.darkroom.local.lambda.sample.Spoiling;
import dev.darkroom.local.lambda.sample.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionFailureTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final EmbeddedFunctions functions = new EmbeddedFunctions();
  @TempDir private Path folder;
  private SampleArtifact artifact;

  @BeforeEach
  void pack() {
    artifact = SampleArtifact.in(folder);
  }

  @AfterEach
  void close() {
    functions.close();
  }

  @Test
  void anExceptionIsReportedByItsClassName() {
    functions.add(artifact.function(Spoiling.class));

    FunctionError error = failureOf("Spoiling");

    assertThat(error.errorType())
        .isEqualTo("dev.darkroom.local.lambda.sample.Spoiling$SpoiledFilm");
    assertThat(error).hasMessage("The film is spoiled.");
    assertThat(error.payload().get("errorType").asText()).isEqualTo(error.errorType());
    assertThat(error.payload().get("errorMessage").asText()).isEqualTo("The film is spoiled.");
  }

  @Test
  void theTraceEndsWhereTheFunctionBegins() {
    functions.add(artifact.function(Spoiling.class));

    assertThat(failureOf("Spoiling").payload().get("stackTrace"))
        .singleElement()
        .satisfies(frame -> assertThat(frame.asText()).contains("Spoiling.handleRequest"));
  }

  @Test
  void aConstructorThatThrowsFailsTheInvocation() {
    functions.add(artifact.function(Spoiling.class, Map.of("EARLY", "yes"), LONG));

    assertThat(failureOf("Spoiling")).hasMessage("The film came spoiled.");
  }

  @Test
  void whatTheArtifactLacksIsMissing() {
    functions.add(artifact.function(Leaning.class));

    FunctionError error = failureOf("Leaning");

    assertThat(error.errorType()).isEqualTo("java.lang.NoClassDefFoundError");
    assertThat(error).hasMessage("org/assertj/core/api/Assertions");
  }

  @Test
  void aTimeoutIsReportedInLambdasWords() {
    functions.add(waiting(Duration.ofMillis(250)));

    FunctionError error = failureOf("Waiting");

    assertThat(error.errorType()).isEqualTo("Sandbox.Timedout");
    assertThat(error.getMessage())
        .matches("RequestId: [0-9a-f-]{36} Error: Task timed out after 0\\.25 seconds");
    assertThat(error.payload().get("errorType").asText()).isEqualTo("Sandbox.Timedout");
  }

  @Test
  void aTimeoutInterruptsTheHandlerWhoseEnvironmentIsNotUsedAgain() throws Exception {
    functions.add(waiting(Duration.ofMillis(250)));

    failureOf("Waiting");
    await().until(() -> marks("interrupted").count() == 1);
    failureOf("Waiting");

    await().until(() -> marks("interrupted").count() == 2);
    assertThat(marks("started").map(mark -> mark.split("-", 3)[1])).doesNotHaveDuplicates();
  }

  @Test
  void anInterruptOfTheCallerEndsTheWaitAndInterruptsTheHandler() {
    functions.add(waiting(LONG));
    CompletableFuture<Throwable> outcome = new CompletableFuture<>();
    Thread caller =
        new Thread(() -> outcome.complete(catchThrowableOfType(Exception.class, this::waitForIt)));
    caller.start();
    await().until(() -> marks("started").count() == 1);

    caller.interrupt();

    assertThat(outcome)
        .succeedsWithin(Duration.ofSeconds(30))
        .isInstanceOf(InterruptedException.class);
    await().until(() -> marks("interrupted").count() == 1);
  }

  private void waitForIt() throws Exception {
    functions.invoke("Waiting", JsonNodeFactory.instance.objectNode());
  }

  private FunctionSettings waiting(Duration timeout) {
    return artifact.function(Waiting.class, Map.of("FOLDER", folder.toString()), timeout);
  }

  private FunctionError failureOf(String function) {
    return assertThatExceptionOfType(FunctionError.class)
        .isThrownBy(() -> functions.invoke(function, JsonNodeFactory.instance.objectNode()))
        .actual();
  }

  private Stream<String> marks(String what) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(what + "-"))
          .toList()
          .stream();
    }
  }
}
