package dev.darkroom.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.local.lambda.sample.Numbered;
import dev.darkroom.local.lambda.sample.Spoiling;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandlerClassTest {
  private static final ClassLoader CODE = HandlerClassTest.class.getClassLoader();
  private static final String SAMPLES = "dev.darkroom.local.lambda.sample.";

  @Test
  void takesARequestHandlerAndAStreamHandler() throws Throwable {
    assertThat(load(Numbered.class.getName() + "::handleRequest").create(Map.of()))
        .isInstanceOf(PojoHandler.class);
    assertThat(load(Spoiling.class.getName()).create(Map.of()))
        .isInstanceOf(StreamingHandler.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Numbered::handle | only the method handleRequest is supported locally",
        "Absent::handleRequest | Absent::handleRequest is not in the artifact",
        "Untold::handleRequest | has no public constructor that takes the environment as a Map",
        "Hidden::handleRequest | Lambda cannot call handleRequest",
        "Bystander | is neither a RequestHandler nor a RequestStreamHandler",
      })
  void refusesByName(String handler, String because) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> load(SAMPLES + handler))
        .withMessageContaining(because)
        .withMessageContaining(SAMPLES + handler.split("::")[0]);
  }

  private static HandlerClass load(String handler) {
    return HandlerClass.load(handler, CODE);
  }
}
