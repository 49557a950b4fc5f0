package dev.darkroom.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private static final Path HOME = Path.of("/home/ada");
  private static final URI API = URI.create("https://a.example/api");

  @Test
  void filesStandWhereTheyStandOnADesktop() {
    Places places = new Places(Map.of("XDG_CONFIG_HOME", "relative"), HOME);
    assertThat(places.tokens()).isEqualTo(HOME.resolve(".config/darkroom/tokens.json"));
    assertThat(places.journal(API, Optional.empty()).getParent())
        .isEqualTo(HOME.resolve(".local/state/darkroom"));
  }

  @Test
  void theVariablesOfXdgAreHonoured() {
    Places places = new Places(Map.of("XDG_CONFIG_HOME", "/c", "XDG_STATE_HOME", "/s"), HOME);
    assertThat(places.tokens()).isEqualTo(Path.of("/c/darkroom/tokens.json"));
    assertThat(places.journal(API, Optional.empty()).getParent()).isEqualTo(Path.of("/s/darkroom"));
  }

  @Test
  void eachTargetHasAJournalOfItsOwn() {
    Places places = new Places(Map.of(), HOME);
    assertThat(places.journal(API, Optional.of("album")))
        .isEqualTo(places.journal(API, Optional.of("album")))
        .isNotEqualTo(places.journal(API, Optional.empty()))
        .isNotEqualTo(places.journal(URI.create("https://b.example/api"), Optional.of("album")));
  }
}
