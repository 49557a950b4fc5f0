package dev.darkroom.core.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.JobRef;
import dev.darkroom.core.Original;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImageObjectsTest {
  private static final JobRef REF = new JobRef("alice", "01J0000000000000000000000A");
  private final InMemoryS3 s3 = new InMemoryS3();
  private final ImageObjects objects = new ImageObjects(s3, "uploads-bucket", "renditions-bucket");

  @Test
  void deletesWhatIsOfTheImageAndNothingElse() {
    s3.put("uploads-bucket", "uploads/alice/01J0000000000000000000000A/a b+%.jpg", "e");
    s3.put("uploads-bucket", "uploads/alice/01J0000000000000000000000B/a.jpg", "e");
    for (String name : new String[] {"large", "medium", "small"}) {
      s3.put("renditions-bucket", "renditions/alice/01J0000000000000000000000A/" + name, "e");
      s3.put("renditions-bucket", "renditions/alice/01J0000000000000000000000B/" + name, "e");
    }
    objects.delete(REF, Optional.empty());
    objects.delete(REF, Optional.empty());
    assertThat(s3.keys()).hasSize(4).allMatch(key -> key.contains("000B/"));
  }

  @Test
  void deletesAnOriginalThatWasPutByHand() {
    s3.put("uploads-bucket", "uploads/alice/holiday/a.jpg", "mine");
    objects.delete(REF, Optional.of(new Original("uploads/alice/holiday/a.jpg", "mine")));
    objects.delete(REF, Optional.of(new Original("uploads/alice/holiday/a.jpg", "mine")));
    assertThat(s3.keys()).isEmpty();
  }

  @Test
  void leavesWhatAnotherImageHasPutInItsPlace() {
    s3.put("uploads-bucket", "uploads/alice/holiday/a.jpg", "another's");
    objects.delete(REF, Optional.of(new Original("uploads/alice/holiday/a.jpg", "mine")));
    assertThat(s3.keys()).hasSize(1);
  }
}
