package dev.darkroom.api.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.darkroom.api.http.Request;
import dev.darkroom.core.UploadAllowance;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadRulesTest {
  private final Map<String, String> stage =
      new HashMap<>(
          Map.of(
              "MAX_BYTES", "26214400", "UPLOADS_PER_HOUR", "500", "BYTES_PER_DAY", "10737418240"));

  @Test
  void areWhatTheStageSays() {
    assertThat(rules())
        .isEqualTo(new UploadRules(26_214_400, new UploadAllowance(500, 10_737_418_240L)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAX_BYTES", "UPLOADS_PER_HOUR", "BYTES_PER_DAY"})
  void namesTheVariableThatIsMissing(String name) {
    stage.remove(name);

    assertThatIllegalArgumentException().isThrownBy(this::rules).withMessageContaining(name);
  }

  @ParameterizedTest
  @CsvSource({
    "MAX_BYTES, 25 MB",
    "MAX_BYTES, 0",
    "MAX_BYTES, 5368709121",
    "UPLOADS_PER_HOUR, 0",
    "UPLOADS_PER_HOUR, 100001",
    "BYTES_PER_DAY, -1",
    "BYTES_PER_DAY, 9007199254740992"
  })
  void namesTheVariableThatIsOutOfRange(String name, String value) {
    stage.put(name, value);

    assertThatIllegalArgumentException()
        .isThrownBy(this::rules)
        .withMessageContaining(name)
        .withMessageContaining(value);
  }

  private UploadRules rules() {
    return UploadRules.of(
        new Request("", "", "", Map.of(), Map.of(), Map.of(), stage, "", Map.of()));
  }
}
