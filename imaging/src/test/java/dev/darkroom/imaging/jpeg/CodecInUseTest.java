package dev.darkroom.imaging.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imaging.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLClassLoader;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.leptonica.PIX;
import org.junit.jupiter.api.Test;

class CodecInUseTest {
  private static final URL IMAGING = home(JpegCodec.class);
  private static final URL LEPTONICA = home(PIX.class);
  private static final URL JAVACPP = home(Loader.class);

  @Test
  void usesTheNativeCodecWhereItLoads() {
    assertThat(CodecInUse.choose(null).name()).isEqualTo("libjpeg-turbo");
    assertThat(JpegCodec.inUse()).isSameAs(JpegCodec.inUse());
  }

  @Test
  void usesTheJavaCodecWhereThatIsWanted() {
    assertThat(CodecInUse.choose("java").name()).isEqualTo("ImageIO");
  }

  @Test
  void usesTheJavaCodecWithoutTheClassesOfTheNativeOne() throws Exception {
    assertCodecWorks("ImageIO", IMAGING);
  }

  @Test
  void usesTheJavaCodecWithoutALibraryForThePlatform() throws Exception {
    assertCodecWorks("ImageIO", IMAGING, LEPTONICA, JAVACPP);
  }

  /** As in the embedded cloud, where each artifact has a class loader of its own. */
  @Test
  void loadsTheLibraryAgainInAnotherClassLoader() throws Exception {
    assertThat(JpegCodec.inUse().name()).isEqualTo("libjpeg-turbo");
    URL[] all = {IMAGING, LEPTONICA, JAVACPP, nativeJar("leptonica"), nativeJar("javacpp")};

    assertCodecWorks("libjpeg-turbo", all);
    assertCodecWorks("libjpeg-turbo", all);
    assertThat(JpegCodec.inUse().encode(Pictures.scenery(40, 30), JpegProcess.PROGRESSIVE))
        .isNotEmpty();
  }

  /** Loads everything anew from these places, and encodes a picture with what is in use there. */
  private static void assertCodecWorks(String name, URL... classPath) throws Exception {
    try (URLClassLoader isolated =
        new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
      Class<?> type = isolated.loadClass(JpegCodec.class.getName());
      Object codec = type.getMethod("inUse").invoke(null);
      Class<?> process = isolated.loadClass(JpegProcess.class.getName());
      Object progressive = process.getField("PROGRESSIVE").get(null);

      byte[] file =
          (byte[])
              type.getMethod("encode", BufferedImage.class, process)
                  .invoke(codec, Pictures.scenery(40, 30), progressive);

      assertThat(type.getMethod("name").invoke(codec)).isEqualTo(name);
      assertThat(ImageIO.read(new ByteArrayInputStream(file)).getWidth()).isEqualTo(40);
    }
  }

  private static URL nativeJar(String library) throws IOException {
    String file =
        "/org/bytedeco/" + library + "/" + Loader.getPlatform() + "/libjni" + library + ".so";
    return ((JarURLConnection) Loader.class.getResource(file).openConnection()).getJarFileURL();
  }

  private static URL home(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }
}
