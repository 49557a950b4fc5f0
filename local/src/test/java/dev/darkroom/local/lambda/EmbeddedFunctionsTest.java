package dev.darkroom.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.lambda.sample.Numbered;
import dev.darkroom.local.lambda.sample.Untold;
import java.nio.file.Path;
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
}
