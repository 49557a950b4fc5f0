package dev.darkroom.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is, and what is not, in the jars that are deployed. */
class LambdaArtifactIT {
  private static final String DARKROOM = "dev/darkroom/";
  private static final int JAVA_17 = 61;

  /** The modules of each artifact, by the folder that it is built in. */
  private static final Map<String, Set<String>> MODULES =
      Map.of("steps", Set.of("core", "imaging", "steps"), "api", Set.of("core", "api"));

  private static final List<String> OF_TESTS_AND_THE_LOCAL_RUN =
      List.of(
          "dev/darkroom/local/",
          "org/gaul/",
          "com/amazonaws/services/dynamodbv2/",
          "org/bytedeco/opencv/",
          "org/bytedeco/openblas/",
          "org/junit/",
          "org/mockito/",
          "org/assertj/",
          "com/tngtech/");

  static Stream<Path> artifacts() throws IOException {
    return DeployedFunction.all().stream().map(DeployedFunction::jar).distinct();
  }

  @Test
  void theTemplateDeploysTheStepsAndTheApi() throws IOException {
    assertThat(artifacts()).extracting(LambdaArtifactIT::module).containsOnly("steps", "api");
  }

  @Test
  void everyHandlerIsInItsArtifact() throws IOException {
    for (DeployedFunction function : DeployedFunction.all()) {
      try (Artifact artifact = new Artifact(function.jar())) {
        assertThat(artifact.classes()).contains(function.handlerClass().replace('.', '/'));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("artifacts")
  void holdsNothingOfTestsOrTheLocalRun(Path jar) throws IOException {
    try (Artifact artifact = new Artifact(jar)) {
      assertThat(artifact.classes())
          .noneMatch(name -> OF_TESTS_AND_THE_LOCAL_RUN.stream().anyMatch(name::startsWith));
    }
  }

  @ParameterizedTest
  @MethodSource("artifacts")
  void holdsItsOwnModulesOnly(Path jar) throws IOException {
    try (Artifact artifact = new Artifact(jar)) {
      assertThat(ownClasses(artifact).map(name -> name.split("/")[2]).collect(Collectors.toSet()))
          .isEqualTo(MODULES.get(module(jar)));
    }
  }

  @ParameterizedTest
  @MethodSource("artifacts")
  void runsOnJava17(Path jar) throws IOException {
    try (Artifact artifact = new Artifact(jar)) {
      assertThat(ownClasses(artifact))
          .allSatisfy(
              name -> assertThat(artifact.read(name).majorVersion()).isLessThanOrEqualTo(JAVA_17));
    }
  }

  @ParameterizedTest
  @MethodSource("artifacts")
  void holdsWhateverTheHandlersLeadTo(Path jar) throws IOException {
    try (Artifact artifact = new Artifact(jar)) {
      Set<String> missing = artifact.missing(name -> name.startsWith(DARKROOM));

      // The SDK can use AWS's native HTTP client; nobody asks it to.
      assertThat(missing).allMatch(name -> name.startsWith("software/amazon/awssdk/crt/"));
    }
  }

  private static Stream<String> ownClasses(Artifact artifact) {
    return artifact.classes().stream().filter(name -> name.startsWith(DARKROOM));
  }

  /** {@code steps} of {@code steps/target/lambda.jar}. */
  private static String module(Path jar) {
    return jar.getParent().getParent().getFileName().toString();
  }
}
