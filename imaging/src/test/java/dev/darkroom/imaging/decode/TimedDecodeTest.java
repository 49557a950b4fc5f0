package dev.darkroom.imaging.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.imaging.Refused;
import dev.darkroom.imaging.UnreadableImage;
import dev.darkroom.imaging.UnreadableImage.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimedDecodeTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  @AfterEach
  void forgetInterruption() {
    Thread.interrupted();
  }

  @Test
  void givesWhatTheDecodeGives() {
    String given = TimedDecode.run(LONG, cancellation -> () -> "picture");

    assertThat(given).isEqualTo("picture");
  }

  @Test
  void answersInTimeAndTellsTheDecodeToStop() throws InterruptedException {
    CountDownLatch told = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);

    Refused.with(
            Reason.TOO_SLOW,
            () ->
                TimedDecode.run(
                    Duration.ofMillis(20),
                    cancellation -> {
                      cancellation.onRequest(told::countDown);
                      return () -> awaitForever(never);
                    }))
        .contains("0.02 s");

    told.await();
    never.countDown();
  }

  @Test
  void stopsAReaderThatIsToldOfLater() {
    Cancellation cancellation = new Cancellation();
    AtomicBoolean stopped = new AtomicBoolean();
    cancellation.request();

    cancellation.onRequest(() -> stopped.set(true));

    assertThat(stopped).isTrue();
  }

  @Test
  void givesNoMoreBytesWhenNobodyWaits() {
    Cancellation cancellation = new Cancellation();
    CancellableSource source = new CancellableSource(new byte[9], 0, 0, cancellation);
    assertThat(source.read()).isZero();

    cancellation.request();

    assertThatThrownBy(source::read).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> source.read(new byte[2])).isInstanceOf(IllegalStateException.class);
  }

  static Stream<Throwable> faultsOfTheFile() {
    return Stream.of(
        new IOException("bad content"),
        new ArrayIndexOutOfBoundsException(),
        new NegativeArraySizeException(),
        new StackOverflowError(),
        new AssertionError("a decoder's own"),
        new UnreadableImage(Reason.DAMAGED, "as it is"));
  }

  @ParameterizedTest
  @MethodSource("faultsOfTheFile")
  void laysToTheFileWhateverADecoderThrows(Throwable thrown) {
    Refused.with(Reason.DAMAGED, () -> TimedDecode.run(LONG, cancellation -> throwing(thrown)));
  }

  @Test
  void takesAnEndOfTheFileForATruncatedOne() {
    Refused.with(
        Reason.TRUNCATED,
        () -> TimedDecode.run(LONG, cancellation -> throwing(new EOFException())));
  }

  static Stream<Throwable> faultsOfTheSystem() {
    return Stream.of(
        new OutOfMemoryError("Java heap space"),
        new NoClassDefFoundError("a reader"),
        new UnsatisfiedLinkError("a library"),
        new ServiceConfigurationError("no reader"));
  }

  /** Readers of the JDK and of TwelveMonkeys wrap them in exceptions. */
  @ParameterizedTest
  @MethodSource("faultsOfTheSystem")
  void letsAFaultOfTheSystemThroughAsItIs(Throwable thrown) {
    Throwable wrapped = new IOException("cannot be read", new IllegalStateException(thrown));
    for (Throwable seen : List.of(thrown, wrapped)) {
      assertThatThrownBy(() -> TimedDecode.run(LONG, cancellation -> throwing(seen)))
          .isSameAs(thrown);
    }
  }

  @Test
  void leavesTheCallerInterrupted() {
    CountDownLatch never = new CountDownLatch(1);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> TimedDecode.run(LONG, cancellation -> () -> awaitForever(never)))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    never.countDown();
  }

  private static Callable<Object> throwing(Throwable thrown) {
    return () -> {
      if (thrown instanceof Error error) {
        throw error;
      }
      throw (Exception) thrown;
    };
  }

  private static Object awaitForever(CountDownLatch never) throws InterruptedException {
    never.await();
    return null;
  }
}
