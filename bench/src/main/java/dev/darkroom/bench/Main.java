package dev.darkroom.bench;

import dev.darkroom.bench.api.ApiCommand;
import dev.darkroom.bench.imaging.ImagingCommand;
import dev.darkroom.bench.memory.MemoryCommand;
import dev.darkroom.bench.micro.MicroCommand;
import dev.darkroom.bench.soak.SoakCommand;
import dev.darkroom.bench.throttled.ThrottledCommand;
import dev.darkroom.bench.uploads.UploadLatency;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks of the launcher. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    version = "Darkroom",
    scope = CommandLine.ScopeType.INHERIT,
    description = "Measures Darkroom.",
    subcommands = {
      ImagingCommand.class,
      MicroCommand.class,
      MemoryCommand.class,
      UploadLatency.class,
      ApiCommand.class,
      ThrottledCommand.class,
      SoakCommand.class
    })
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    CommandLine commands =
        new CommandLine(new Main())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                  boolean plain =
                      failure.getClass() == IOException.class
                          || failure instanceof IllegalArgumentException;
                  command
                      .getErr()
                      .println("darkroom: " + (plain ? failure.getMessage() : failure.toString()));
                  return CommandLine.ExitCode.SOFTWARE;
                });
    System.exit(commands.execute(arguments));
  }
}
