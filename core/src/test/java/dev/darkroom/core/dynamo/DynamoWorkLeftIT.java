package dev.darkroom.core.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Claim;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.Original;
import dev.darkroom.core.WorkLeft;
import dev.darkroom.core.WorkLeftContract;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The contract against the sparse index of DynamoDB Local. */
class DynamoWorkLeftIT extends WorkLeftContract {
  @RegisterExtension private final LocalTable table = new LocalTable();

  @Override
  protected JobStore jobs(Clock clock) {
    return new DynamoJobStore(table.client(), table.name(), clock);
  }

  @Override
  protected WorkLeft work(Clock clock) {
    return new DynamoWorkLeft(table.client(), table.name(), clock);
  }

  @Override
  protected void delete(JobRef job, Clock clock) {
    new DynamoImageStore(
            table.client(),
            table.name(),
            new DynamoAlbumStore(table.client(), table.name(), clock),
            clock)
        .delete(job);
  }

  @Test
  void everyPartitionOfTheIndexIsRead() {
    List<JobRef> jobs =
        IntStream.range(0, 40).mapToObj(i -> new JobRef("owner-1", JobIds.next())).toList();
    Instant now = Instant.now();
    for (int i = 0; i < jobs.size(); i++) {
      jobs(Clock.systemUTC())
          .claim(
              new Claim(jobs.get(i), "arn", new Original("k", "e"), "a.jpg", 1, now.plusMillis(i)));
    }
    assertThat(work(Clock.systemUTC()).jobs(now.plusSeconds(60), 500))
        .containsExactlyElementsOf(jobs);
    assertThat(work(Clock.systemUTC()).jobs(now.plusSeconds(60), 7))
        .containsExactlyElementsOf(jobs.subList(0, 7));
  }

  @Test
  void aDeletionThatBrokeOffTakesTheCommentsAlong() {
    JobRef ref = new JobRef("owner-1", JobIds.next());
    jobs(Clock.systemUTC())
        .claim(new Claim(ref, "arn", new Original("k", "e"), "a.jpg", 1, Instant.now()));
    delete(ref, Clock.systemUTC());
    Map<String, AttributeValue> comment = Keys.comment(ref.jobId(), JobIds.next());
    table.client().putItem(put -> put.tableName(table.name()).item(comment));
    work(Clock.systemUTC()).deletion(ref);
    assertThat(table.client().getItem(get -> get.tableName(table.name()).key(comment)).hasItem())
        .isFalse();
  }
}
