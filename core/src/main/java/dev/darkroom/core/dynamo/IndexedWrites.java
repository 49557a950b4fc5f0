package dev.darkroom.core.dynamo;

import dev.darkroom.core.Album;
import dev.darkroom.core.Contention;
import dev.darkroom.core.IndexEntries;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.LabelName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Writes a job together with all that is indexed of it, or neither. */
final class IndexedWrites {
  private final DynamoDbClient dynamo;
  private final String table;
  private final Function<String, Optional<Album>> albums;

  IndexedWrites(DynamoDbClient dynamo, String table, Function<String, Optional<Album>> albums) {
    this.dynamo = dynamo;
    this.table = table;
    this.albums = albums;
  }

  /**
   * Reads and writes until no other write comes between; after each that does, it waits a moment.
   *
   * @param attempt reads, decides and writes; empty when another write came between
   * @throws Contention when one does at each try
   */
  static <T> T untilDone(Supplier<Optional<T>> attempt) {
    for (int tries = 1; ; tries++) {
      Optional<T> done = attempt.get();
      if (done.isPresent()) {
        return done.get();
      }
      Transactions.pause(tries, null);
    }
  }

  /**
   * Writes once.
   *
   * @param item the job as it was read
   * @param write the write to the job, which has the condition that it is still so
   * @param after what is to be indexed
   * @param conditions what else must hold
   * @return false when the job, or an album, is not any more as it was read
   */
  boolean commit(
      JobRef ref,
      JobItem item,
      TransactWriteItem write,
      IndexEntries after,
      List<TransactWriteItem> conditions) {
    IndexEntries before = item.entries();
    if (!item.isCounted()) {
      item.job().ifPresent(job -> forgetUncounted(job, after));
      before = IndexEntries.NONE;
    }
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(write);
    writes.addAll(conditions);
    writes.addAll(IndexChanges.between(table, ref, before, after, isGone(before, after)));
    return Transactions.refusals(dynamo, writes).isEmpty();
  }

  private boolean isGone(IndexEntries before, IndexEntries after) {
    return !before.albumId().equals(after.albumId()) && before.albumId().flatMap(albums).isEmpty();
  }

  /**
   * Entries of schema 1 have no count to take part in a transaction, which might have no room for
   * them: such a job may have 50 labels. Those that go, go first; those that stay are written anew.
   */
  private void forgetUncounted(Job job, IndexEntries after) {
    Set<String> goes = new HashSet<>();
    job.labels().forEach(label -> goes.add(LabelName.key(label.name())));
    goes.removeAll(after.labels().keySet());
    for (String key : goes) {
      dynamo.deleteItem(delete -> delete.tableName(table).key(Keys.label(job.ref(), key)));
    }
  }
}
