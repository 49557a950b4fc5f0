package dev.darkroom.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.lambda.sample.Numbered;
import dev.darkroom.local.lambda.sample.Untold;
import dev.darkroom.local.lambda.sample.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedFunctionsTest {
  private final EmbeddedFunctions functions = new EmbeddedFunctions();
  @TempDir private Path folder;

  @AfterEach
  void close() {
    functions.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Numbered",
        "Numbered:live",
        "Numbered:$LATEST",
        "000000000000:function:Numbered",
        "000000000000:function:Numbered:live",
        "arn:aws:lambda:us-east-1:000000000000:function:Numbered",
        "arn:aws:lambda:us-east-1:000000000000:function:Numbered:live"
      })
  void findsAFunctionByEachFormOfItsName(String name) throws Exception {
    functions.add(SampleArtifact.in(folder).function(Numbered.class));

    assertThat(functions.invoke(name, JsonNodeFactory.instance.objectNode()).get("instance"))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "numbered",
        "Other:Numbered",
        "111111111111:function:Numbered",
        "arn:aws:lambda:eu-west-1:000000000000:function:Numbered",
        "arn:aws:lambda:us-east-1:111111111111:function:Numbered",
        "arn:aws:lambda:us-east-1:000000000000:function",
        "arn:aws:lambda:us-east-1:000000000000:function:Numbered:live:extra",
        ""
      })
  void refusesAnyOtherNameAsLambdaDoes(String name) {
    functions.add(SampleArtifact.in(folder).function(Numbered.class));

    assertThatExceptionOfType(AwsError.class)
        .isThrownBy(() -> functions.invoke(name, JsonNodeFactory.instance.objectNode()))
        .withMessage("Function not found: " + name)
        .satisfies(error -> assertThat(error.code()).isEqualTo("ResourceNotFoundException"))
        .satisfies(error -> assertThat(error.status()).isEqualTo(404));
  }

  @Test
  void refusesAFunctionThatCannotBeRunWhenItIsAdded() {
    FunctionSettings untold = SampleArtifact.in(folder).function(Untold.class);

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> functions.add(untold))
        .withMessageContaining(Untold.class.getName());
  }

  @Test
  void oneOfTwoInvocationsIsKilledByTheIdThatItsThreadBears() throws Exception {
    functions.add(
        SampleArtifact.in(folder)
            .function(Waiting.class, Map.of("FOLDER", folder.toString()), Duration.ofMinutes(1)));
    Future<?> one = invoke("one");
    Future<?> other = invoke("other");
    String id = requestId("one");

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .contains("lambda Waiting " + id));
    assertThat(functions.kill(id)).isTrue();

    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> one.get(10, TimeUnit.SECONDS))
        .withMessageContaining("killed");
    assertThat(other).isNotDone();
    assertThat(functions.kill(requestId("other"))).isTrue();
    assertThat(functions.kill(id)).isFalse();
  }

  private Future<?> invoke(String name) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return functions.invoke(
                "Waiting", JsonNodeFactory.instance.objectNode().put("name", name));
          } catch (FunctionError | InterruptedException e) {
            throw new CompletionException(e);
          }
        },
        work -> new Thread(work).start());
  }

  private String requestId(String name) {
    return Awaitility.await()
        .until(
            () ->
                functions.running().stream()
                    .filter(each -> each.payload().path("name").asText().equals(name))
                    .map(RunningInvocation::requestId)
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }
}
