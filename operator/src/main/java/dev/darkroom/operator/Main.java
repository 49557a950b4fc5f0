package dev.darkroom.operator;

import picocli.CommandLine;
import software.amazon.awssdk.core.exception.SdkException;

/** The launcher's command {@code redrive}. */
public final class Main {
  private static final int BROKEN = 1;

  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine(RedriveCommand.ofThisProcess()).execute(arguments));
  }

  /** The command; what goes wrong as a whole is told in one line. */
  public static CommandLine commandLine(RedriveCommand redrive) {
    CommandLine command =
        new CommandLine(redrive)
            .registerConverter(java.time.Duration.class, Since::parse)
            .setExecutionExceptionHandler(
                (failure, line, parsed) -> {
                  line.getErr().println("darkroom: " + message(failure));
                  return BROKEN;
                });
    command.getCommandSpec().exitCodeOnInvalidInput(BROKEN);
    return command;
  }

  private static String message(Exception failure) {
    boolean plain = failure instanceof SdkException || failure instanceof MissingSetting;
    return plain ? failure.getMessage() : failure.toString();
  }
}
