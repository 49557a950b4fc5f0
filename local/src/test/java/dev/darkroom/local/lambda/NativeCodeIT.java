package dev.darkroom.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The native code of the steps, in the JVM whose own code uses JavaCPP too. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the artifact holds native code for Lambda's Linux")
class NativeCodeIT {
  private static final String CACHE = "org.bytedeco.javacpp.cachedir";
  private static final Path STEPS = Path.of("..", "steps", "target", "lambda.jar");

  @TempDir private Path folder;

  @AfterEach
  void forgetTheFolder() {
    System.clearProperty(CACHE);
  }

  @Test
  void leptonicaOfTheArtifactLoadsBesideOpenCv() throws Exception {
    assertThat(Loader.load(opencv_core.class)).contains("opencv");

    // A folder of its own: one file is loaded by one class loader only, and other tests have
    // theirs.
    System.setProperty(CACHE, folder.toString());
    try (FunctionClassLoader artifact = new FunctionClassLoader(STEPS)) {
      Class<?> leptonica = artifact.loadClass("org.bytedeco.leptonica.global.leptonica");
      Class<?> loader = artifact.loadClass(Loader.class.getName());
      Object library = loader.getMethod("load", Class.class).invoke(null, leptonica);

      assertThat(loader).isNotSameAs(Loader.class);
      assertThat((String) library).startsWith(folder.toString()).contains("lambda.jar");
      Object versions = leptonica.getMethod("getImagelibVersions").invoke(null);
      assertThat(versions.getClass().getMethod("getString").invoke(versions).toString())
          .contains("libjpeg-turbo");
    }
    assertThat(opencv_core.getVersionMajor()).isPositive();
  }
}
