package dev.darkroom.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.darkroom.local.lambda.sample.Numbered;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionEnvironmentTest {
  private final EmbeddedFunctions functions = new EmbeddedFunctions();
  @TempDir private Path folder;

  @BeforeEach
  void add() {
    functions.add(SampleArtifact.in(folder).function(Numbered.class));
  }

  @AfterEach
  void close() {
    functions.close();
  }

  @Test
  void oneEnvironmentServesCallsOneAfterTheOther() {
    assertThat(List.of(call("at once"), call("at once"), call("at once"))).containsOnly(1);
  }

  @Test
  void callsAtTheSameTimeHaveAnEnvironmentEach() {
    // The common pool of a small machine has one thread.
    Executor threads = work -> new Thread(work).start();
    CompletableFuture<Integer> one =
        CompletableFuture.supplyAsync(() -> call("with another"), threads);
    CompletableFuture<Integer> other =
        CompletableFuture.supplyAsync(() -> call("with another"), threads);

    assertThat(CompletableFuture.allOf(one, other)).succeedsWithin(Duration.ofMinutes(1));
    assertThat(List.of(one.join(), other.join())).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void anEnvironmentOutlivesAnException() {
    call("at once");
    assertFails("throwing", "java.lang.IllegalStateException");

    assertThat(call("at once")).isEqualTo(1);
  }

  @Test
  void anEnvironmentEndsWithAnErrorOfTheVirtualMachine() {
    call("at once");
    assertFails("overflowing", "java.lang.StackOverflowError");

    assertThat(call("at once")).isEqualTo(2);
  }

  private void assertFails(String how, String errorType) {
    assertThatExceptionOfType(FunctionError.class)
        .isThrownBy(() -> functions.invoke("Numbered", event(how)))
        .satisfies(error -> assertThat(error.errorType()).isEqualTo(errorType));
  }

  private int call(String how) {
    try {
      return functions.invoke("Numbered", event(how)).get("instance").asInt();
    } catch (FunctionError | InterruptedException e) {
      throw new CompletionException(e);
    }
  }

  private static JsonNode event(String how) {
    return JsonNodeFactory.instance.objectNode().put("how", how);
  }
}
