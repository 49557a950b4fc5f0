package dev.darkroom.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.InMemoryJobStore;
import dev.darkroom.core.JobConflict;
import dev.darkroom.core.s3.ImageObjects;
import dev.darkroom.core.s3.InMemoryS3;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscardTest {
  private final InMemoryS3 s3 = new InMemoryS3();
  private final InMemoryJobStore jobs = Uploads.claimed();
  private final Discard discard = new Discard(jobs, new ImageObjects(s3, "uploads", "renditions"));

  @BeforeEach
  void putObjects() {
    s3.put("uploads", Uploads.KEY, "e1");
    s3.put("renditions", "renditions/owner-1/" + Uploads.REF.jobId() + "/large.jpg", "e2");
  }

  @Test
  void leavesNothingOfADeletedImage() {
    jobs.delete(Uploads.REF);
    Discard.Request request = new Discard.Request(Uploads.event(9));
    assertThat(discard.handle(request))
        .isEqualTo(new Discard.Discarded(Uploads.REF.owner(), Uploads.REF.jobId()));
    assertThat(discard.handle(request)).as("run again").isNotNull();
    assertThat(s3.keys()).isEmpty();
    assertThat(jobs.isPurged(Uploads.REF)).as("an attempt of Resize may be at work").isFalse();
  }

  @Test
  void touchesNothingOfAnImageThatIsThere() {
    assertThatThrownBy(() -> discard.handle(new Discard.Request(Uploads.event(9))))
        .isInstanceOf(JobConflict.class);
    assertThat(s3.keys()).hasSize(2);
  }

  @Test
  void failsWhenObjectsCannotBeDeleted() {
    jobs.delete(Uploads.REF);
    s3.breakDeletions(true);
    assertThatThrownBy(() -> discard.handle(new Discard.Request(Uploads.event(9))))
        .hasMessageContaining("500");
    assertThat(jobs.isPurged(Uploads.REF)).isFalse();
  }
}
