package dev.darkroom.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MixTest {

  @Test
  void everyKindOfUploadComesInEachHundred() throws Exception {
    Mix mix = new Mix();
    List<Kind> hundred = IntStream.range(0, 100).mapToObj(mix::of).toList();

    assertThat(mix.of(100)).isSameAs(mix.of(0));
    assertThat(hundred).filteredOn(kind -> kind.status().equals("REJECTED")).hasSize(12);
    assertThat(hundred).filteredOn(kind -> kind.repeat() == Kind.Repeat.EVENT).hasSize(8);
    assertThat(hundred).filteredOn(kind -> kind.repeat() == Kind.Repeat.PUT).hasSize(8);
    assertThat(hundred)
        .filteredOn(kind -> kind.title().equals("BMP, 25 MiB"))
        .singleElement()
        .satisfies(kind -> assertThat(kind.bytes().length).isBetween(26_000_000, 26_214_400));
  }
}
