package dev.darkroom.bench.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncedTest {
  private static final List<String> LINES =
      List.of(
          "Darkroom runs on this machine.",
          "",
          "  API             http://127.0.0.1:8400/api",
          "  sfn             http://127.0.0.1:8403",
          "  rekognition     http://127.0.0.1:8406",
          "  data            in memory",
          "  uploader        demo / secret",
          "  token           a.b.c",
          "",
          "  Stop it with Ctrl-C.");

  @Test
  void addressesAreReadFromWhatUpPrints() throws Exception {
    Announced announced = Announced.of(LINES);

    assertThat(announced.api().url()).isEqualTo("http://127.0.0.1:8400/api");
    assertThat(announced.api().token()).isEqualTo("a.b.c");
    assertThat(announced.states()).isEqualTo(URI.create("http://127.0.0.1:8403"));
    assertThat(announced.rekognition()).isEqualTo(URI.create("http://127.0.0.1:8406"));
  }

  @Test
  void aMissingLineIsNamed() {
    List<String> without = LINES.stream().filter(line -> !line.contains("token")).toList();

    assertThatThrownBy(() -> Announced.of(without))
        .isInstanceOf(IOException.class)
        .hasMessage("`./darkroom up` did not say its token.");
  }
}
