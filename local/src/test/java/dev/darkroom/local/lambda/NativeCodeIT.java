package dev.darkroom.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
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
      assertThat(
              loader
                  .getMethod(
                      "checkVersion",
                      String.class,
                      String.class,
                      String.class,
                      boolean.class,
                      Class.class)
                  .invoke(null, "org.bytedeco", "leptonica", "-", false, leptonica))
          .as("the artifact tells the versions of its native code, or JavaCPP warns")
          .isEqualTo(true);
    }
    assertThat(opencv_core.getVersionMajor()).isPositive();
  }

  @Test
  void withoutAHomeTheFunctionUnpacksIntoItsTemporaryFolder() throws Exception {
    DeployedFunction resize = find(DeployedFunction.all(), DeployedFunction::logicalId);
    FirstCall call = find(FirstCall.all(), FirstCall::function);
    try (RuntimeApi api = new RuntimeApi(call.event().toString(), resize.arn(), resize.timeout())) {
      Map<String, String> environment = new HashMap<>(LambdaEnvironment.of(resize, api));
      environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
      environment.put("JAVA_TOOL_OPTIONS", "-Duser.home=/dev/null -Djava.io.tmpdir=" + folder);
      Path log = folder.resolve("log.txt");
      try (RuntimeProcess process = RuntimeProcess.start(resize, environment, log)) {
        assertThat(api.outcome()).as(process.output()).succeedsWithin(Duration.ofMinutes(1));
      }
    }
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.map(Path::getFileName)).contains(Path.of("libjnileptonica.so"));
    }
  }

  private static <T> T find(List<T> all, Function<T, String> name) {
    return all.stream()
        .filter(one -> name.apply(one).equals("ResizeFunction"))
        .findFirst()
        .orElseThrow();
  }
}
