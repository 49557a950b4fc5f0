package dev.darkroom.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
  private final Environment environment = new Environment(Map.of("TABLE", "t", "MAX_BYTES", "12"));

  @Test
  void readsWhatIsSet() {
    assertThat(environment.text("TABLE")).isEqualTo("t");
    assertThat(environment.number("MAX_BYTES", 20)).isEqualTo(12);
  }

  @Test
  void namesWhatIsMissing() {
    assertThatThrownBy(() -> environment.text("TOPIC_ARN")).hasMessageContaining("TOPIC_ARN");
  }

  @Test
  void takesAnotherValueForWhatMayBeMissing() {
    assertThat(environment.text("MODE", "fast")).isEqualTo("fast");
    assertThat(environment.number("MINUTES", 60, 15)).isEqualTo(15);
    assertThat(environment.number("MAX_BYTES", 20, 15)).isEqualTo(12);
  }

  @Test
  void namesWhatIsOutOfRange() {
    assertThatThrownBy(() -> environment.number("MAX_BYTES", 11)).hasMessageContaining("MAX_BYTES");
  }

  @Test
  void namesWhatIsNotANumber() {
    assertThatThrownBy(() -> environment.number("TABLE", 20)).hasMessageContaining("TABLE");
  }
}
