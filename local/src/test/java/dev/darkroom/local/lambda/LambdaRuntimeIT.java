package dev.darkroom.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.local.http.LoopbackServer;
import dev.darkroom.local.http.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Starts each function of the template from its artifact, in a JVM as Lambda's own. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client is for Linux")
class LambdaRuntimeIT {
  private static final long SECONDS_TO_ANSWER = 60;

  private static LoopbackServer table;
  private static Map<String, DeployedFunction> functions;
  @TempDir private Path folder;

  @BeforeAll
  static void readTemplate() throws IOException {
    table = LoopbackServer.start(0, write -> Reply.text(200, "application/x-amz-json-1.0", "{}"));
    functions =
        DeployedFunction.all().stream()
            .collect(Collectors.toMap(DeployedFunction::logicalId, Function.identity()));
  }

  @AfterAll
  static void stopTable() {
    table.close();
  }

  static List<FirstCall> calls() throws IOException {
    return FirstCall.all();
  }

  @Test
  void everyFunctionOfTheTemplateIsCalled() throws IOException {
    assertThat(calls()).extracting(FirstCall::function).containsAll(functions.keySet());
  }

  @ParameterizedTest
  @MethodSource("calls")
  void answersItsFirstEvent(FirstCall call) throws Exception {
    DeployedFunction function = functions.get(call.function());
    try (RuntimeApi api =
            new RuntimeApi(call.event().toString(), function.arn(), function.timeout());
        RuntimeProcess process =
            RuntimeProcess.start(
                function, environment(function, call, api), folder.resolve("log.txt"))) {
      call.check(outcome(api, process));
    }
  }

  private static RuntimeApi.Outcome outcome(RuntimeApi api, RuntimeProcess process)
      throws Exception {
    CompletableFuture.anyOf(api.outcome(), process.end())
        .completeOnTimeout("no answer", SECONDS_TO_ANSWER, TimeUnit.SECONDS)
        .join();
    assertThat(api.outcome()).as(process.output()).isCompleted();
    return api.outcome().get();
  }

  private static Map<String, String> environment(
      DeployedFunction function, FirstCall call, RuntimeApi api) throws IOException {
    Map<String, String> variables = new HashMap<>(LambdaEnvironment.of(function, api));
    variables.put("AWS_ENDPOINT_URL", closedPort());
    if (call.tableAnswers()) {
      variables.put("AWS_ENDPOINT_URL_DYNAMODB", table.uri().toString());
    }
    return variables;
  }

  /** Where nobody listens: connections are refused at once. */
  private static String closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + socket.getLocalPort();
    }
  }
}
