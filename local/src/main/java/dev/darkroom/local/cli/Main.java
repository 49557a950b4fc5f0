package dev.darkroom.local.cli;

import dev.darkroom.local.template.InvalidTemplate;
import dev.darkroom.local.template.UnsupportedTemplate;
import java.io.IOException;
import java.net.BindException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of the launcher that need the embedded cloud. */
@Command(
    name = "darkroom",
    mixinStandardHelpOptions = true,
    version = "Darkroom",
    description = "Runs Darkroom on this machine.",
    subcommands = {DemoCommand.class, UpCommand.class})
public final class Main {
  private static final int BROKEN = 1;

  private Main() {}

  /** What a person can act on tells itself; anything else is named by its class as well. */
  private static String message(Exception failure) {
    boolean plain =
        failure instanceof InvalidTemplate
            || failure instanceof UnsupportedTemplate
            || failure instanceof BindException
            || failure instanceof IllegalArgumentException
            || failure.getClass() == IOException.class;
    return plain ? failure.getMessage() : failure.toString();
  }

  public static void main(String[] arguments) {
    CommandLine commands =
        new CommandLine(new Main())
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                  command.getErr().println("darkroom: " + message(failure));
                  org.slf4j.LoggerFactory.getLogger(Main.class).debug("The run broke", failure);
                  return BROKEN;
                });
    commands.getCommandSpec().exitCodeOnInvalidInput(BROKEN);
    commands
        .getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().exitCodeOnInvalidInput(BROKEN));
    int exitCode = BROKEN;
    try {
      exitCode = commands.execute(arguments);
    } catch (Throwable e) {
      System.err.println("darkroom: " + e); // An error; threads of the cloud would go on for ever.
    }
    System.exit(exitCode);
  }
}
