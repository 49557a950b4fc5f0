package dev.darkroom.operator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

class RedriveCommandTest {
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--all-failed --undelivered",
        "--all-failed 01JX4N7Q0Z8W3V5T2R9P6K1M4H",
        "--undelivered --since 1h",
        "--all-failed --since soon"
      })
  void whatIsNoOneThingToDoIsRefused(String arguments) {
    assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isOne();
    assertThat(err.toString()).isNotEmpty();
  }

  @Test
  void theVariableThatIsMissingIsNamedWithWhatToDo() {
    assertThat(run("--all-failed")).isOne();
    assertThat(err.toString())
        .startsWith("darkroom: DARKROOM_TABLE is not set.")
        .contains("./darkroom env")
        .doesNotContain("Exception");
  }

  private int run(String... arguments) {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
    CommandLine command = Main.commandLine(RedriveCommand.with(Map.of(), new NoServices(), out));
    return command.setErr(new PrintWriter(err, true)).execute(arguments);
  }

  /** Nothing that can be called. */
  private record NoServices(
      SfnClient states, DynamoDbClient dynamo, SqsClient queues, LambdaClient functions)
      implements Services {
    NoServices() {
      this(null, null, null, null);
    }

    @Override
    public void close() {}
  }
}
