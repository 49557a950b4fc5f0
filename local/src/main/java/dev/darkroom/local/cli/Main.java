package dev.darkroom.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of the launcher that need the embedded cloud. */
@Command(
    name = "darkroom",
    mixinStandardHelpOptions = true,
    description = "Runs Darkroom on this machine.",
    subcommands = {DemoCommand.class, UpCommand.class})
public final class Main {
  private static final int BROKEN = 1;

  private Main() {}

  public static void main(String[] arguments) {
    CommandLine commands =
        new CommandLine(new Main())
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                  command.getErr().println("darkroom: " + failure);
                  org.slf4j.LoggerFactory.getLogger(Main.class).debug("The run broke", failure);
                  return BROKEN;
                });
    commands.getCommandSpec().exitCodeOnInvalidInput(BROKEN);
    commands
        .getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().exitCodeOnInvalidInput(BROKEN));
    System.exit(commands.execute(arguments));
  }
}
