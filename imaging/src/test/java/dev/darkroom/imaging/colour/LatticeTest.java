package dev.darkroom.imaging.colour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatticeTest {

  /** What is linear in every component, interpolation has to reproduce but for rounding. */
  @ParameterizedTest
  @CsvSource({"3, 33", "3, 18", "4, 18", "4, 5"})
  void reproducesALinearConversion(int components, int points) {
    byte[] stored = samples(components);
    byte[] srgb = new byte[stored.length / components * 3];
    new Lattice(mean(components), points).convert(stored, srgb, stored.length / components);

    for (int pixel = 0; pixel < stored.length / components; pixel++) {
      for (int channel = 0; channel < 3; channel++) {
        double sum = 0;
        for (int i = 0; i < components; i++) {
          sum += (i == channel ? 2 : 1) * (stored[pixel * components + i] & 0xFF);
        }
        // Half a level is lost in each point, and half in the result.
        assertThat(Math.abs((srgb[pixel * 3 + channel] & 0xFF) - sum / (components + 1)))
            .isLessThanOrEqualTo(1.01);
      }
    }
  }

  @Test
  void isExactAtItsPoints() {
    ByteConversion steep = of(3, (in, at, channel) -> (in[at + channel] & 0x0F) * 17);
    byte[] stored = new byte[52 * 52 * 3];
    for (int i = 0; i < 52 * 52; i++) {
      stored[i * 3] = (byte) (i / 52 * 5);
      stored[i * 3 + 1] = (byte) (i % 52 * 5);
      stored[i * 3 + 2] = (byte) 255;
    }
    byte[] expected = new byte[stored.length];
    byte[] actual = new byte[stored.length];

    steep.convert(stored, expected, 52 * 52);
    new Lattice(steep, 52).convert(stored, actual, 52 * 52);

    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void standsOnlyForWhatItComesNear() {
    ByteConversion steep = of(4, (in, at, channel) -> (in[at + channel] & 0x0F) * 17);

    assertThat(Lattice.near(steep)).isSameAs(steep);
    assertThat(Lattice.near(mean(3))).isInstanceOf(Lattice.class);
    assertThat(Lattice.near(mean(4))).isInstanceOf(Lattice.class);
  }

  /** The mean of all components, where one of them counts twice. */
  private static ByteConversion mean(int components) {
    return of(
        components,
        (in, at, channel) -> {
          int sum = in[at + channel] & 0xFF;
          for (int i = 0; i < components; i++) {
            sum += in[at + i] & 0xFF;
          }
          return Math.round(sum / (components + 1f));
        });
  }

  private static byte[] samples(int components) {
    byte[] stored = new byte[20_000 * components];
    new Random(3).nextBytes(stored);
    for (int i = 0; i < components; i++) {
      stored[i] = (byte) 255;
      stored[components + i] = 0;
    }
    return stored;
  }

  private static ByteConversion of(int components, Channel channel) {
    return new ByteConversion() {
      @Override
      public int components() {
        return components;
      }

      @Override
      public void convert(byte[] stored, byte[] srgb, int pixels) {
        for (int i = 0; i < pixels * 3; i++) {
          srgb[i] = (byte) channel.of(stored, i / 3 * components, i % 3);
        }
      }
    };
  }

  private interface Channel {
    int of(byte[] stored, int at, int channel);
  }
}
