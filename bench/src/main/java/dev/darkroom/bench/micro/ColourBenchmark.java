package dev.darkroom.bench.micro;

import dev.darkroom.bench.photos.PaintedPhoto;
import dev.darkroom.bench.ways.DefaultSizes;
import dev.darkroom.imaging.Picture;
import dev.darkroom.imaging.PictureDecoder;
import dev.darkroom.imaging.resize.Reduction;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The conversion of a reduced picture to sRGB from a profile of primaries and curves. */
@State(Scope.Benchmark)
public class ColourBenchmark {
  private static final int START_OF_IMAGE = 2;
  private static final int APP2 = 0xFFE2;

  /** Of the picture, in pixels. */
  @Param({"1280", "480"})
  int longEdge;

  private Picture picture;
  private BufferedImage reduced;
  private BufferedImage converted;

  @Setup
  public void decode() throws IOException {
    byte[] file = withProfile(PaintedPhoto.sixMegapixels());
    picture =
        PictureDecoder.decode(
            file, SixMegapixels.LIMITS, original -> DefaultSizes.inside(original, longEdge));
    reduced = Reduction.of(picture.pixels(), DefaultSizes.inside(picture.original(), longEdge));
    converted =
        new BufferedImage(reduced.getWidth(), reduced.getHeight(), BufferedImage.TYPE_INT_RGB);
  }

  /** A copy is part of it, as the conversion is in place. */
  @Benchmark
  public BufferedImage toSrgb() {
    reduced.copyData(converted.getRaster());
    picture.toSrgb().apply(converted);
    return converted;
  }

  private static byte[] withProfile(byte[] jpeg) throws IOException {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    byte[] name = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream file = new DataOutputStream(bytes);
    file.write(jpeg, 0, START_OF_IMAGE);
    file.writeShort(APP2);
    file.writeShort(2 + name.length + 2 + profile.length);
    file.write(name);
    file.write(new byte[] {1, 1});
    file.write(profile);
    file.write(jpeg, START_OF_IMAGE, jpeg.length - START_OF_IMAGE);
    return bytes.toByteArray();
  }
}
