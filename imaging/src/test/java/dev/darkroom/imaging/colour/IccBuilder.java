package dev.darkroom.imaging.colour;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Builds ICC profiles of version 2. */
final class IccBuilder {
  private static final int HEADER_BYTES = 128;

  private final String profileClass;
  private final String space;
  private final String connection;
  private final Map<String, byte[]> tags = new LinkedHashMap<>();

  IccBuilder(String profileClass, String space, String connection) {
    this.profileClass = profileClass;
    this.space = space;
    this.connection = connection;
    tag("wtpt", xyz(0.9642, 1, 0.8249));
  }

  /** A display of some primaries with one curve for all, a gamma or a table. */
  static byte[] display(RgbSpace primaries, double... curve) {
    return new IccBuilder("mntr", "RGB ", "XYZ ")
        .tag("rXYZ", xyz(primaries.xyz(1, 0, 0)))
        .tag("gXYZ", xyz(primaries.xyz(0, 1, 0)))
        .tag("bXYZ", xyz(primaries.xyz(0, 0, 1)))
        .tag("rTRC", curve(curve))
        .tag("gTRC", curve(curve))
        .tag("bTRC", curve(curve))
        .build();
  }

  static byte[] grey(double... curve) {
    return new IccBuilder("mntr", "GRAY", "XYZ ").tag("kTRC", curve(curve)).build();
  }

  /**
   * A profile of tables.
   *
   * @param points of the table in each direction
   * @param lab gives Lab for components of 0–1, of which the first changes slowest
   */
  static byte[] tables(
      String profileClass, String space, int components, int points, UnaryOperator<double[]> lab) {
    int count = (int) Math.pow(points, components);
    ByteBuffer table =
        ByteBuffer.allocate(48 + 256 * components + 3 * count + 3 * 256)
            .put(ascii("mft1"))
            .putInt(0)
            .put((byte) components)
            .put((byte) 3)
            .put((byte) points)
            .put((byte) 0);
    for (int i = 0; i < 9; i++) {
      table.putInt(i % 4 == 0 ? 1 << 16 : 0);
    }
    for (int i = 0; i < 256 * components; i++) {
      table.put((byte) i);
    }
    for (int place = 0; place < count; place++) {
      double[] parts = new double[components];
      for (int i = components - 1, rest = place; i >= 0; i--, rest /= points) {
        parts[i] = rest % points / (points - 1.0);
      }
      double[] colour = lab.apply(parts);
      table.put((byte) Math.round(colour[0] * 2.55));
      table.put((byte) Math.round(colour[1] + 128));
      table.put((byte) Math.round(colour[2] + 128));
    }
    for (int i = 0; i < 256 * 3; i++) {
      table.put((byte) i);
    }
    return new IccBuilder(profileClass, space, "Lab ").tag("A2B0", table.array()).build();
  }

  IccBuilder tag(String signature, byte[] content) {
    tags.put(signature, content);
    return this;
  }

  byte[] build() {
    int dataAt = HEADER_BYTES + 4 + 12 * tags.size();
    ByteBuffer table = ByteBuffer.allocate(4 + 12 * tags.size()).putInt(tags.size());
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    tags.forEach(
        (signature, content) -> {
          table.put(ascii(signature)).putInt(dataAt + data.size()).putInt(content.length);
          data.writeBytes(content);
          data.writeBytes(new byte[-content.length & 3]);
        });
    int size = dataAt + data.size();
    return ByteBuffer.allocate(size)
        .putInt(size)
        .putInt(0)
        .putInt(0x02400000)
        .put(ascii(profileClass + space + connection))
        .put(new byte[12])
        .put(ascii("acsp"))
        .position(68)
        .putInt(fixed(0.9642))
        .putInt(fixed(1))
        .putInt(fixed(0.8249))
        .position(HEADER_BYTES)
        .put(table.array())
        .put(data.toByteArray())
        .array();
  }

  private static byte[] xyz(double... values) {
    ByteBuffer tag = ByteBuffer.allocate(20).put(ascii("XYZ ")).putInt(0);
    for (double value : values) {
      tag.putInt(fixed(value));
    }
    return tag.array();
  }

  private static byte[] curve(double... curve) {
    ByteBuffer tag =
        ByteBuffer.allocate(12 + 2 * curve.length)
            .put(ascii("curv"))
            .putInt(0)
            .putInt(curve.length);
    for (double value : curve) {
      tag.putShort((short) Math.round(curve.length == 1 ? value * 256 : value * 65_535));
    }
    return tag.array();
  }

  private static int fixed(double value) {
    return (int) Math.round(value * 65_536);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
