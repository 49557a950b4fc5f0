package dev.darkroom.local.states;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.states.execution.Execution;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the event bus how executions stand.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html">
 *     Automating Step Functions event delivery with EventBridge</a>
 */
final class StatusChange implements Consumer<Execution> {
  private static final Logger log = LoggerFactory.getLogger(StatusChange.class);

  /** With more input and output than this, in bytes, an event leaves the input out. */
  private static final int MOST_BYTES = 248 * 1024;

  private final String region;
  private final String account;
  private final Consumer<ObjectNode> bus;

  StatusChange(String region, String account, Consumer<ObjectNode> bus) {
    this.region = region;
    this.account = account;
    this.bus = bus;
  }

  @Override
  public void accept(Execution execution) {
    try {
      bus.accept(event(execution));
    } catch (RuntimeException e) {
      // Delivery is best effort, as on AWS: the execution is none the worse for it.
      log.error("The status of {} was not delivered", execution.identity().arn(), e);
    }
  }

  private ObjectNode event(Execution execution) {
    Instant time = execution.stopDate().or(execution::redriveDate).orElse(execution.startDate());
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "0");
    event.put("id", UUID.randomUUID().toString());
    event.put("detail-type", "Step Functions Execution Status Change");
    event.put("source", "aws.states");
    event.put("account", account);
    event.put("time", time.truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", region);
    event.putArray("resources").add(execution.identity().arn());
    event.set("detail", detail(execution));
    return event;
  }

  private static ObjectNode detail(Execution execution) {
    ObjectNode detail = JsonNodeFactory.instance.objectNode();
    detail.put("executionArn", execution.identity().arn());
    detail.put("stateMachineArn", execution.identity().machineArn());
    detail.putNull("stateMachineVersionArn");
    detail.putNull("stateMachineAliasArn");
    detail.put("name", execution.identity().name());
    detail.put("status", execution.status().name());
    detail.put("startDate", execution.startDate().toEpochMilli());
    detail.put("stopDate", execution.stopDate().map(Instant::toEpochMilli).orElse(null));
    payloads(execution, detail);
    detail.put("error", execution.error().orElse(null));
    detail.put("cause", execution.cause().orElse(null));
    detail.put("redriveCount", execution.redriveCount());
    detail.put("redriveDate", execution.redriveDate().map(Instant::toEpochMilli).orElse(null));
    Optional<String> obstacle = execution.notRedrivable();
    detail.put("redriveStatus", ExecutionView.redriveStatus(obstacle));
    detail.put("redriveStatusReason", obstacle.orElse(null));
    return detail;
  }

  private static void payloads(Execution execution, ObjectNode detail) {
    String input = execution.inputText();
    String output = execution.output().orElse(null);
    int outputBytes = output == null ? 0 : bytes(output);
    boolean withInput = bytes(input) + outputBytes <= MOST_BYTES;
    boolean withOutput = outputBytes <= MOST_BYTES;
    detail.put("input", withInput ? input : null);
    detail.putObject("inputDetails").put("included", withInput);
    detail.put("output", withOutput ? output : null);
    if (output == null) {
      detail.putNull("outputDetails");
    } else {
      detail.putObject("outputDetails").put("included", withOutput);
    }
  }

  private static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }
}
