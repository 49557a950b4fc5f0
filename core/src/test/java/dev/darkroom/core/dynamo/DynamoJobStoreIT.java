package dev.darkroom.core.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Claim;
import dev.darkroom.core.ImageProperties;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobError;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.JobStoreContract;
import dev.darkroom.core.Label;
import dev.darkroom.core.ObjectKeys;
import dev.darkroom.core.Original;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Page;
import dev.darkroom.core.PageRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The contract against DynamoDB Local, whose expressions are DynamoDB's. */
class DynamoJobStoreIT extends JobStoreContract {
  @RegisterExtension private final LocalTable table = new LocalTable();

  @Override
  protected JobStore store(Clock clock) {
    return new DynamoJobStore(table.client(), table.name(), clock);
  }

  @Override
  protected void delete(JobRef job) {
    new DynamoImageStore(
            table.client(),
            table.name(),
            new DynamoAlbumStore(table.client(), table.name(), Clock.systemUTC()),
            Clock.systemUTC())
        .delete(job);
  }

  @Test
  void aJobIsInFlightUntilItsUploaderWasTold() {
    JobRef ref = new JobRef("owner-1", JobIds.next());
    JobStore store = store(Clock.systemUTC());
    store.claim(claim(ref));
    assertThat(inFlight(ref)).containsExactly("JOB#" + ref.jobId());
    store.settle(ref, "arn", completedWith(List.of()));
    assertThat(inFlight(ref)).containsExactly("JOB#" + ref.jobId());
    store.told(ref, "arn", JobStatus.COMPLETED);
    assertThat(inFlight(ref)).isEmpty();
  }

  @Test
  void aJobExpiresWhoseFileNeverComesAndNoOther() {
    JobStore store = store(Clock.systemUTC());
    JobRef came = new JobRef("owner-1", JobIds.next());
    JobRef failed = new JobRef("owner-1", JobIds.next());
    JobRef awaited = new JobRef("owner-1", JobIds.next());
    for (JobRef ref : List.of(came, failed, awaited)) {
      store.announce(Job.announced(ref, "a.jpg", "image/jpeg", 1, NOW));
    }
    store.claim(claim(came));
    store.fail(claim(failed), 0, new JobError("STEP_FAILED", "The step failed."));

    assertThat(expiry(came)).isEmpty();
    assertThat(expiry(failed)).isEmpty();
    assertThat(expiry(awaited)).contains(NOW.plus(Duration.ofDays(30)).getEpochSecond());
  }

  private Optional<Long> expiry(JobRef ref) {
    AttributeValue ttl =
        table
            .client()
            .getItem(get -> get.tableName(table.name()).key(Keys.job(ref)))
            .item()
            .get(Keys.TTL);
    return Optional.ofNullable(ttl).map(AttributeValue::n).map(Long::valueOf);
  }

  @Test
  void labelsAreIndexedOnceEachWithoutCase() {
    JobRef ref = new JobRef("owner-1", JobIds.next());
    JobStore store = store(Clock.systemUTC());
    store.claim(
        new Claim(ref, "arn", new Original(ObjectKeys.original(ref, "a"), "e"), "a", 1, NOW));
    store.settle(
        ref,
        "arn",
        completedWith(
            List.of(
                new Label("Cat", 90, List.of(), List.of()),
                new Label("cat", 80, List.of(), List.of()),
                new Label("Potted Plant", 70, List.of(), List.of()))));
    assertThat(index("LABEL#owner-1#cat")).containsExactly(ref.jobId());
    assertThat(index("LABEL#owner-1#potted plant")).containsExactly(ref.jobId());
  }

  @Test
  void whatIsNotKnownOfAPhotoIsAbsent() {
    JobRef ref = new JobRef("owner-1", JobIds.next());
    JobStore store = store(Clock.systemUTC());
    store.claim(claim(ref));
    store.settle(ref, "arn", completedWith(List.of()));
    assertThat(table.client().getItem(get -> get.tableName(table.name()).key(Keys.job(ref))).item())
        .doesNotContainKeys("capture", "sequence");
  }

  @Test
  void anItemFromBeforeCaptureFactsWereKeptIsRead() {
    JobRef ref = new JobRef("owner-1", JobIds.next());
    Map<String, AttributeValue> item =
        Map.of(
            "jobId", AttributeValue.fromS(ref.jobId()),
            "owner", AttributeValue.fromS(ref.owner()),
            "status", AttributeValue.fromS("COMPLETED"),
            "bytes", AttributeValue.fromN("1"),
            "width", AttributeValue.fromN("640"),
            "createdAt", AttributeValue.fromS("2026-05-04T10:00:00.120Z"),
            "version", AttributeValue.fromN("3"));
    table.client().putItem(put -> put.tableName(table.name()).item(with(Keys.job(ref), item)));
    Job job = store(Clock.systemUTC()).find(ref).orElseThrow();
    assertThat(job.width()).isEqualTo(640);
    assertThat(job.capture()).isNull();
    assertThat(job.sequence()).isNull();
  }

  @Test
  void everyWriteRecordsTheSchemaAndThePlaceInTheListOfItsStatus() {
    JobRef ref = new JobRef("owner-1", JobIds.next());
    JobStore store = store(Clock.systemUTC());
    store.announce(Job.announced(ref, "a.jpg", "image/jpeg", 1, NOW));
    assertThat(attribute(ref, "schema").n()).isEqualTo("2");
    assertThat(attribute(ref, "ownerStatus").s()).isEqualTo("owner-1#AWAITING_UPLOAD");
    store.claim(claim(ref));
    assertThat(attribute(ref, "ownerStatus").s()).isEqualTo("owner-1#PROCESSING");
    store.fail(claim(ref), 0, new JobError("STEP_FAILED", "The step failed."));
    assertThat(attribute(ref, "ownerStatus").s()).isEqualTo("owner-1#FAILED");
    store.settle(ref, "arn", completedWith(List.of()));
    assertThat(attribute(ref, "ownerStatus").s()).isEqualTo("owner-1#COMPLETED");
  }

  @Test
  void aWriteBringsAnOlderItemToTheSchemaOfToday() {
    JobRef ref = new JobRef("owner-1", JobIds.next());
    Map<String, AttributeValue> item =
        Map.of(
            "jobId", AttributeValue.fromS(ref.jobId()),
            "owner", AttributeValue.fromS(ref.owner()),
            "status", AttributeValue.fromS("AWAITING_UPLOAD"),
            "createdAt", AttributeValue.fromS("2026-05-04T10:00:00.120Z"));
    table.client().putItem(put -> put.tableName(table.name()).item(with(Keys.job(ref), item)));
    JobStore store = store(Clock.systemUTC());
    Optional<JobStatus> awaiting = Optional.of(JobStatus.AWAITING_UPLOAD);
    assertThat(store.list("owner-1", Optional.empty(), PageRequest.first(10)).items()).hasSize(1);
    assertThat(store.list("owner-1", awaiting, PageRequest.first(10)).items()).isEmpty();

    store.claim(claim(ref));

    assertThat(attribute(ref, "schema").n()).isEqualTo("2");
    Optional<JobStatus> processing = Optional.of(JobStatus.PROCESSING);
    assertThat(store.list("owner-1", processing, PageRequest.first(10)).items()).hasSize(1);
  }

  @Test
  void whatWasDeletedIsNotListedAndLeavesNoGaps() {
    JobStore store = store(Clock.systemUTC());
    List<Job> jobs =
        Stream.generate(
                () ->
                    Job.announced(
                        new JobRef("owner-1", JobIds.next()), "a.jpg", "image/jpeg", 1, NOW))
            .limit(9)
            .toList();
    jobs.forEach(store::announce);
    jobs.subList(2, 8).forEach(job -> leaveTombstone(job.ref()));

    Page<Job> first = store.list("owner-1", Optional.empty(), PageRequest.first(2));
    Page<Job> last = store.list("owner-1", Optional.empty(), new PageRequest(2, first.next()));

    assertThat(first.items()).containsExactly(jobs.get(8), jobs.get(1));
    assertThat(last).isEqualTo(new Page<>(List.of(jobs.get(0)), Optional.empty()));
  }

  @Test
  void aJobWhoseStatusHasChangedMeanwhileIsLeftOut() {
    JobStore store = store(Clock.systemUTC());
    JobRef ref = new JobRef("owner-1", JobIds.next());
    store.announce(Job.announced(ref, "a.jpg", "image/jpeg", 1, NOW));
    table
        .client()
        .updateItem(
            update ->
                update
                    .tableName(table.name())
                    .key(Keys.job(ref))
                    .updateExpression("SET ownerStatus = :stale")
                    .expressionAttributeValues(
                        Map.of(":stale", AttributeValue.fromS("owner-1#FAILED"))));

    Optional<JobStatus> failed = Optional.of(JobStatus.FAILED);
    assertThat(store.list("owner-1", failed, PageRequest.first(2)).items()).isEmpty();
  }

  private void leaveTombstone(JobRef ref) {
    Map<String, AttributeValue> item =
        with(Keys.job(ref), Map.of("deletedAt", AttributeValue.fromS("2026-05-04T10:00:00.120Z")));
    table.client().putItem(put -> put.tableName(table.name()).item(item));
  }

  private AttributeValue attribute(JobRef ref, String name) {
    return table
        .client()
        .getItem(get -> get.tableName(table.name()).key(Keys.job(ref)))
        .item()
        .get(name);
  }

  private static Map<String, AttributeValue> with(
      Map<String, AttributeValue> key, Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> item = new HashMap<>(key);
    item.putAll(attributes);
    return item;
  }

  private static Claim claim(JobRef ref) {
    return new Claim(ref, "arn", new Original("k", "e"), "a.jpg", 1, NOW);
  }

  private List<String> inFlight(JobRef ref) {
    return table
        .client()
        .query(
            query ->
                query
                    .tableName(table.name())
                    .indexName("GSI2")
                    .keyConditionExpression("inFlight = :shard")
                    .expressionAttributeValues(
                        Map.of(":shard", AttributeValue.fromS(Keys.inFlight(ref.jobId())))))
        .items()
        .stream()
        .map(item -> item.get("SK").s())
        .toList();
  }

  private List<String> index(String partition) {
    return table
        .client()
        .query(
            query ->
                query
                    .tableName(table.name())
                    .keyConditionExpression("PK = :partition")
                    .expressionAttributeValues(
                        Map.of(":partition", AttributeValue.fromS(partition))))
        .items()
        .stream()
        .map(item -> item.get("SK").s())
        .toList();
  }

  private static Outcome completedWith(List<Label> labels) {
    return new Outcome(
        JobStatus.COMPLETED,
        "image/jpeg",
        1,
        1,
        null,
        null,
        List.of(),
        labels,
        new ImageProperties(1, 2, 3, List.of()),
        List.of(),
        null,
        NOW);
  }
}
