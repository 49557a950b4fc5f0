package dev.darkroom.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IndexEntriesTest {
  @Test
  void anImageIsFoundByItsLabelsItsCaptionAndItsAlbum() {
    Job image = ImageLabelsTest.image(List.of("sea"), List.of("Animal"), "Cat", "Animal", "cat");
    Job described =
        image.described(
            image.description().withCaption("At the SEA, Zürich").withAlbum("A"), Instant.EPOCH);
    IndexEntries entries = IndexEntries.of(described);
    assertThat(entries.labels()).containsOnlyKeys("cat", "sea").containsEntry("cat", "Cat");
    assertThat(entries.caption()).contains("at the sea, zürich");
    assertThat(entries.albumId()).contains("A");
  }

  @Test
  void aJobThatIsNotCompletedIsFoundUnderNothing() {
    Job announced =
        Job.announced(
            new JobRef("o", "j"),
            "a.jpg",
            "image/jpeg",
            1,
            new Description("caption", "A", List.of("sea"), List.of()),
            Instant.EPOCH);
    assertThat(IndexEntries.of(announced)).isEqualTo(IndexEntries.NONE);
  }

  @Test
  void theMostCertainLabelsAreIndexedAndNoMoreThanATransactionHolds() {
    String[] found = IntStream.range(0, 50).mapToObj(i -> "found" + i).toArray(String[]::new);
    List<String> byHand = IntStream.range(0, 20).mapToObj(i -> "hand" + i).toList();
    IndexEntries entries = IndexEntries.of(ImageLabelsTest.image(byHand, List.of(), found));
    assertThat(entries.labels()).hasSize(45).containsKeys("found29", "hand14");
    assertThat(entries.labels()).doesNotContainKeys("found30", "hand15");
    assertThat(entries.caption()).isEqualTo(Optional.empty());
  }
}
