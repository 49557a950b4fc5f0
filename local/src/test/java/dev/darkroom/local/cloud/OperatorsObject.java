package dev.darkroom.local.cloud;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;

/**
 * An object that somebody with rights on a bucket writes, overwrites and deletes. Unlike an
 * announced upload it may be written often; where its key has no job's id, each write has a job of
 * its own.
 */
record OperatorsObject(RunningCloud running, String bucket, String key) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final AtomicInteger EVENTS = new AtomicInteger();

  /** One whose writes start executions. */
  static OperatorsObject heard(RunningCloud running, Uploader owner, String fileName) {
    return new OperatorsObject(running, running.uploadsBucket(), key(owner, fileName));
  }

  /** One whose writes start nothing: it stands in a bucket that no rule listens to. */
  static OperatorsObject unheard(RunningCloud running, Uploader owner, String fileName) {
    return new OperatorsObject(running, running.renditionsBucket(), key(owner, fileName));
  }

  private static String key(Uploader owner, String fileName) {
    return "uploads/" + owner.sub() + "/" + fileName;
  }

  /** Writes it, or overwrites it; gives the entity tag, without quotes. */
  String write(byte[] bytes) {
    return running
        .s3()
        .putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(bytes))
        .eTag()
        .replace("\"", "");
  }

  void delete() {
    running.s3().deleteObject(delete -> delete.bucket(bucket).key(key));
  }

  /** The event of a write of it, that nothing was started for: its job is a new one. */
  String eventOf(String eTag, byte[] bytes) {
    ObjectNode event = JSON.createObjectNode();
    event.put("source", "aws.s3").put("detail-type", "Object Created");
    event.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    event.withObject("/detail/bucket").put("name", bucket);
    event
        .withObject("/detail/object")
        .put("key", key)
        .put("size", bytes.length)
        .put("etag", eTag)
        .put("sequencer", "%018X".formatted(EVENTS.incrementAndGet()));
    return event.toString();
  }

  /** The execution of the write that gave it this entity tag. */
  Execution executionOf(String eTag) {
    return Awaitility.await("execution of " + key)
        .atMost(PATIENCE)
        .until(() -> findExecution(eTag), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<Execution> findExecution(String eTag) {
    return running
        .states()
        .listExecutions(list -> list.stateMachineArn(running.stateMachine()))
        .executions()
        .stream()
        .map(ExecutionListItem::executionArn)
        .map(running::describe)
        .filter(execution -> isOf(execution, eTag))
        .map(execution -> new Execution(running, execution.executionArn()))
        .reduce((newer, older) -> older);
  }

  private boolean isOf(DescribeExecutionResponse execution, String eTag) {
    return execution.input().contains(key) && execution.input().contains(eTag);
  }
}
