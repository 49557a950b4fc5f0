package dev.darkroom.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ThreadScheduleTest {
  private final ThreadSchedule schedule = new ThreadSchedule();
  private final List<String> ran = new CopyOnWriteArrayList<>();

  @Test
  void runsAfterAPause() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);

    schedule.after(Duration.ofMillis(1), done::countDown);

    assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
    schedule.close();
  }

  @Test
  void letsWhatRunsEndWithWhatItStarts() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch closing = new CountDownLatch(1);
    schedule.now(
        () -> {
          started.countDown();
          await(closing);
          ran.add("first");
          schedule.now(() -> ran.add("second"));
        });
    started.await();
    Thread closer = new Thread(schedule::close);
    closer.start();

    closing.countDown();
    closer.join();

    assertThat(ran).containsExactly("first", "second");
  }

  @Test
  void givesUpWhatWaits() {
    schedule.after(Duration.ofHours(1), () -> ran.add("late"));

    schedule.close();

    assertThat(ran).isEmpty();
  }

  @Test
  void takesNothingOnceClosed() {
    schedule.close();

    assertThatThrownBy(() -> schedule.now(() -> ran.add("late")))
        .isInstanceOf(IllegalStateException.class);
    schedule.after(Duration.ZERO, () -> ran.add("late"));
    assertThat(ran).isEmpty();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
