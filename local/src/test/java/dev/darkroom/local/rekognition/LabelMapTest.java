package dev.darkroom.local.rekognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelMapTest {
  @Test
  void readsIdsAndNames() throws IOException {
    String map =
        """
        item {
          name: "/m/01g317"
          id: 1
          display_name: "person"
        }
        item {
          name: "/m/015qff"
          id: 10
          display_name: "traffic light"
        }
        """;
    assertThat(LabelMap.parse(map).names())
        .containsExactly(Map.entry(1, "person"), Map.entry(10, "traffic light"));
  }

  @Test
  void refusesAMapWithoutClasses() {
    assertThatThrownBy(() -> LabelMap.parse("item {}")).isInstanceOf(IOException.class);
  }
}
