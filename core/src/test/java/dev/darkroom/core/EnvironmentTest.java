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
    assertThat(environment.number("MAX_BYTES")).isEqualTo(12);
  }

  @Test
  void namesWhatIsMissing() {
    assertThatThrownBy(() -> environment.text("TOPIC_ARN")).hasMessageContaining("TOPIC_ARN");
  }

  @Test
  void namesWhatIsNotANumber() {
    assertThatThrownBy(() -> environment.number("TABLE")).hasMessageContaining("TABLE");
  }
}
