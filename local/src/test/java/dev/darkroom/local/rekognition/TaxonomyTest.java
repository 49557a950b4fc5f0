package dev.darkroom.local.rekognition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import org.junit.jupiter.api.Test;

class TaxonomyTest {
  private final Taxonomy taxonomy = Taxonomy.load();

  @Test
  void everyClassOfTheModelHasAnEntry() throws IOException {
    assertThat(modelNames())
        .hasSize(80)
        .allSatisfy(
            name -> {
              Taxonomy.Entry entry = taxonomy.of(name);
              assertThat(entry.name()).matches("[A-Z][A-Za-z]*( [A-Z][a-z]*)*");
              assertThat(entry.category()).isNotEmpty();
            });
  }

  @Test
  void aCatIsAnAnimal() {
    assertThat(taxonomy.of("cat").parents()).containsExactly("Animal");
  }

  @Test
  void aPersonHasNoParent() {
    assertThat(taxonomy.of("person").parents()).isEmpty();
  }

  @Test
  void refusesAClassThatIsNotCocos() {
    assertThatThrownBy(() -> taxonomy.of("unicorn")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Collection<String> modelNames() throws IOException {
    try (InputStream map = Taxonomy.class.getResourceAsStream("/labels/mscoco_label_map.pbtxt")) {
      return LabelMap.parse(new String(map.readAllBytes(), UTF_8)).names().values();
    }
  }
}
