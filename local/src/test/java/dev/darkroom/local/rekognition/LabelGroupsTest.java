package dev.darkroom.local.rekognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelGroupsTest {
  private static final Box BOX = new Box(0, 0, 0.5, 0.5);

  private final LabelGroups groups = new LabelGroups(Taxonomy.load());

  @Test
  void groupsTheObjectsOfAClassIntoOneLabelAsSureAsTheSurest() {
    List<Label> labels =
        groups.of(List.of(new Detection("person", 0.6, BOX), new Detection("person", 0.75, BOX)));
    assertThat(labels)
        .singleElement()
        .satisfies(
            label -> {
              assertThat(label.name()).isEqualTo("Person");
              assertThat(label.confidence()).isEqualTo(75);
              assertThat(label.instances())
                  .extracting(Label.Instance::confidence)
                  .containsExactly(75.0, 60.0);
            });
  }

  @Test
  void givesEachAncestorOnceAndAfterItsDescendant() {
    List<Label> labels =
        groups.of(
            List.of(
                new Detection("dog", 0.5, BOX),
                new Detection("cat", 0.75, BOX),
                new Detection("person", 0.625, BOX)));
    assertThat(labels).extracting(Label::name).containsExactly("Cat", "Animal", "Person", "Dog");
    assertThat(labels.get(1).confidence()).isEqualTo(75);
    assertThat(labels.get(1).instances()).isEmpty();
  }
}
