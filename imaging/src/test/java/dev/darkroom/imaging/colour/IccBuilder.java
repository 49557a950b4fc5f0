package dev.darkroom.imaging.colour;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Builds ICC profiles of version 2. */
public final class IccBuilder {
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
  public static byte[] tables(
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

  /** A display in linear light whose matrix is followed by others that change nothing. */
  static byte[] stages(RgbSpace primaries, int count) {
    int stageBytes = 12 + 12 * 4;
    ByteBuffer stages =
        ByteBuffer.allocate(16 + count * (8 + stageBytes))
            .put(ascii("mpet"))
            .putInt(0)
            .putShort((short) 3)
            .putShort((short) 3)
            .putInt(count);
    for (int i = 0; i < count; i++) {
      stages.putInt(16 + 8 * count + stageBytes * i).putInt(stageBytes);
    }
    double[][] columns = {primaries.xyz(1, 0, 0), primaries.xyz(0, 1, 0), primaries.xyz(0, 0, 1)};
    for (int stage = 0; stage < count; stage++) {
      stages.put(ascii("matf")).putInt(0).putShort((short) 3).putShort((short) 3);
      for (int i = 0; i < 9; i++) {
        double first = columns[i % 3][i / 3];
        stages.putFloat((float) (stage == 0 ? first : i % 4 == 0 ? 1 : 0));
      }
      stages.put(new byte[12]);
    }
    byte[] profile = new IccBuilder("mntr", "RGB ", "XYZ ").tag("D2B0", stages.array()).build();
    profile[8] = 4;
    return profile;
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
