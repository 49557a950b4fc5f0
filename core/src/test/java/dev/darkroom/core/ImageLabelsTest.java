package dev.darkroom.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageLabelsTest {
  @Test
  void whatWasFoundComesBeforeWhatWasAdded() {
    ImageLabels labels = ImageLabels.of(image(List.of("sea", "Cat"), List.of(), "Cat", "Animal"));
    assertThat(labels.found()).extracting(Label::name).containsExactly("Cat", "Animal");
    assertThat(labels.byHand()).containsExactly("sea");
    assertThat(labels.contain("SEA")).isTrue();
    assertThat(labels.contain("dog")).isFalse();
  }

  @Test
  void whatWasRemovedIsNotShown() {
    Job image = image(List.of(), List.of("cat"), "Cat", "Animal");
    assertThat(ImageLabels.of(image).found()).extracting(Label::name).containsExactly("Animal");
    assertThat(ImageLabels.of(image).contain("Cat")).isFalse();
  }

  @Test
  void addingALabelThatIsBorneChangesNothing() {
    Job image = image(List.of("sea"), List.of(), "Cat");
    assertThat(ImageLabels.adding(image, "cat")).isEqualTo(image.description());
    assertThat(ImageLabels.adding(image, "Sea")).isEqualTo(image.description());
  }

  @Test
  void addingAFoundLabelThatWasRemovedShowsItAgain() {
    Job image = image(List.of(), List.of("Cat"), "Cat");
    Description said = ImageLabels.adding(image, "cat");
    assertThat(said.hidden()).isEmpty();
    assertThat(said.hashtags()).isEmpty();
  }

  @Test
  void addingAnyOtherMakesItAHashtag() {
    assertThat(ImageLabels.adding(image(List.of("sea"), List.of(), "Cat"), "Malta").hashtags())
        .containsExactly("sea", "Malta");
  }

  @Test
  void removingAFoundLabelHidesItAndLeavesWhatWasFound() {
    Job image = image(List.of("CAT"), List.of(), "Cat");
    Description said = ImageLabels.removing(image, "cat");
    assertThat(said.hashtags()).isEmpty();
    assertThat(said.hidden()).containsExactly("Cat");
    assertThat(ImageLabels.removing(image.described(said, Instant.EPOCH), "cat")).isEqualTo(said);
  }

  @Test
  void removingAHashtagForgetsIt() {
    Description said = ImageLabels.removing(image(List.of("sea", "Malta"), List.of()), "SEA");
    assertThat(said).isEqualTo(new Description(null, null, List.of("Malta"), List.of()));
  }

  @Test
  void lettersThatAreComposedOtherwiseAreTheSame() {
    Job image = image(List.of("Zu\u0308rich"), List.of());
    assertThat(ImageLabels.of(image).contain("z\u00fcrich")).isTrue();
  }

  static Job image(List<String> hashtags, List<String> hidden, String... found) {
    JobRef ref = new JobRef("owner-1", "01J0000000000000000000000A");
    return Job.announced(
            ref,
            "a.jpg",
            "image/jpeg",
            1,
            new Description(null, null, hashtags, hidden),
            Instant.EPOCH)
        .settled(completed(found));
  }

  private static Outcome completed(String... found) {
    List<Label> labels =
        Arrays.stream(found).map(name -> new Label(name, 90, List.of(), List.of())).toList();
    return new Outcome(
        JobStatus.COMPLETED, null, 1, 1, null, null, null, labels, null, null, null, Instant.EPOCH);
  }
}
