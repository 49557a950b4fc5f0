package dev.darkroom.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.local.cli.CloudVariables;
import dev.darkroom.local.deploy.EmbeddedCloud;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts the operator's command as the launcher does, with what {@code ./darkroom env} sets. */
final class OperatorCommand {
  private static final Path TARGET = Path.of("..", "operator", "target");

  private final Map<String, String> variables;

  OperatorCommand(EmbeddedCloud cloud) {
    variables = CloudVariables.of(cloud);
  }

  /** How a command ended, and what it printed. */
  record Outcome(int exitCode, String text) {}

  Outcome redrive(String... arguments) throws IOException, InterruptedException {
    String classPath =
        TARGET.resolve("classes")
            + File.pathSeparator
            + Files.readString(TARGET.resolve("classpath"));
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath.strip(),
            "dev.darkroom.operator.Main");
    java.command().addAll(List.of(arguments));
    java.environment().putAll(variables);
    Process process = java.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Outcome(process.waitFor(), text);
  }
}
