package dev.darkroom.client;

import java.io.IOException;
import picocli.CommandLine;

/** The launcher's command {@code upload}. */
public final class Main {
  private static final int BROKEN = 1;

  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine(UploadCommand.ofThisProcess()).execute(arguments));
  }

  static CommandLine commandLine(UploadCommand upload) {
    CommandLine command =
        new CommandLine(upload)
            .setExecutionExceptionHandler(
                (failure, line, parsed) -> {
                  line.getErr().println("darkroom: " + message(failure));
                  return BROKEN;
                });
    command.getCommandSpec().exitCodeOnInvalidInput(BROKEN);
    return command;
  }

  /** What a person can act on tells itself; anything else is named by its class as well. */
  private static String message(Exception failure) {
    boolean plain =
        failure instanceof dev.darkroom.client.api.Refused
            || failure instanceof IllegalArgumentException
            || failure.getClass().getName().startsWith("dev.darkroom.")
            || failure.getClass() == IOException.class;
    return plain ? failure.getMessage() : failure.toString();
  }
}
