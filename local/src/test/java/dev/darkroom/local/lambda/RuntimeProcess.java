package dev.darkroom.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/** A JVM of its own with AWS's runtime interface client and one artifact, as Lambda starts it. */
final class RuntimeProcess implements AutoCloseable {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  private final Process process;
  private final Path log;

  private RuntimeProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a function.
   *
   * @param environment all of the process's environment variables: none are inherited
   * @param log takes what the process prints
   */
  static RuntimeProcess start(DeployedFunction function, Map<String, String> environment, Path log)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            JAVA,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-cp",
            function.jar() + File.pathSeparator + runtimeInterfaceClient(),
            AWSLambda.class.getName(),
            function.handler());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.directory(log.getParent().toFile());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return new RuntimeProcess(builder.start(), log);
  }

  /** Comes with what the process printed when it ends. */
  CompletableFuture<String> end() {
    return process.onExit().thenApply(ended -> "exit " + ended.exitValue() + "\n" + output());
  }

  /** What all its threads have worked so far. */
  Duration cpuTime() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Ends the process and waits until it is gone. */
  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("Process " + process.pid() + " does not end.");
    }
  }

  /** The client and what it needs, from where this test has them. */
  private static String runtimeInterfaceClient() {
    return Stream.of(
            AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)
        .map(RuntimeProcess::jarOf)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
