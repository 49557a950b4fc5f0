package dev.darkroom.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.darkroom.imaging.UnreadableImage.Reason;
import java.io.ByteArrayInputStream;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts a refusal and goes on with its detail. */
public final class Refused {
  public static final DecodeLimits LIMITS = DecodeLimits.ofPixels(50_000_000);

  private Refused() {}

  public static AbstractStringAssert<?> with(Reason reason, ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isInstanceOf(UnreadableImage.class);
    UnreadableImage refusal = (UnreadableImage) thrown;
    assertThat(refusal.code()).as(refusal.detail()).isEqualTo(reason);
    return assertThat(refusal.detail());
  }

  public static AbstractStringAssert<?> probing(Reason reason, byte[] file) {
    return with(reason, () -> ImageProbe.probe(new ByteArrayInputStream(file), LIMITS));
  }

  public static AbstractStringAssert<?> decoding(Reason reason, byte[] file) {
    return with(reason, () -> Decoded.of(file));
  }
}
