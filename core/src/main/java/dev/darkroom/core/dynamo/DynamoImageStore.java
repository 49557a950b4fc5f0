package dev.darkroom.core.dynamo;

import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.Deletion;
import dev.darkroom.core.Description;
import dev.darkroom.core.ImageStore;
import dev.darkroom.core.IndexEntries;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobConflict;
import dev.darkroom.core.JobDeleted;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.LabelCount;
import dev.darkroom.core.NoSuchAlbum;
import dev.darkroom.core.Page;
import dev.darkroom.core.PageRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Keeps images, which are jobs, and what they are found under in the one DynamoDB table. */
public final class DynamoImageStore implements ImageStore {
  private final DynamoDbClient dynamo;
  private final String table;
  private final AlbumStore albums;
  private final Clock clock;
  private final JobReads reads;
  private final JobLists lists;
  private final ImageQueries queries;
  private final IndexedWrites indexed;

  /**
   * Keeps images in a table.
   *
   * @param table the table's name
   */
  public DynamoImageStore(DynamoDbClient dynamo, String table, AlbumStore albums, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.albums = albums;
    this.clock = clock;
    this.reads = new JobReads(dynamo, table);
    this.lists = new JobLists(dynamo, table);
    this.queries = new ImageQueries(dynamo, table);
    this.indexed = new IndexedWrites(dynamo, table, albums::find);
  }

  @Override
  public Page<Job> all(String owner, PageRequest page) {
    return lists.ofStatus(owner, JobStatus.COMPLETED, page);
  }

  @Override
  public Page<Job> inAlbum(String albumId, PageRequest page) {
    return images(queries.inAlbum(albumId, page));
  }

  @Override
  public Page<Job> labelled(String owner, String label, PageRequest page) {
    return images(queries.labelled(owner, label, page));
  }

  @Override
  public Page<Job> captioned(String owner, String text, PageRequest page) {
    return images(queries.captioned(owner, text, page));
  }

  @Override
  public Page<LabelCount> labels(String owner, PageRequest page) {
    return queries.labels(owner, page);
  }

  @Override
  public Job describe(Job before, Description description) {
    JobItem item = reads.item(before.ref());
    return item.job()
        .filter(job -> job.version() == before.version())
        .flatMap(job -> describe(item, job, description))
        .orElseThrow(() -> new JobConflict(before.ref(), "was changed meanwhile, or is gone."));
  }

  @Override
  public Job describe(JobRef ref, Function<Job, Description> change) {
    return IndexedWrites.untilDone(
        () -> {
          JobItem item = reads.item(ref);
          Job job = item.job().orElseThrow(() -> new JobDeleted(ref));
          return describe(item, job, change.apply(job));
        });
  }

  @Override
  public Optional<Deletion> delete(JobRef ref) {
    Optional<Deletion> deletion = IndexedWrites.untilDone(() -> deleteOnce(ref, reads.item(ref)));
    // Nobody can comment on what is gone. Done again by each call: the last one may have broken
    // off.
    deletion.ifPresent(done -> BatchDelete.partition(dynamo, table, Keys.comments(ref.jobId())));
    return deletion;
  }

  @Override
  public List<Job> find(List<JobRef> refs) {
    return BatchReads.inOrder(dynamo, table, refs.stream().map(Keys::job).distinct().toList())
        .stream()
        .map(item -> new JobItem(item).job())
        .flatMap(Optional::stream)
        .filter(job -> job.status() == JobStatus.COMPLETED)
        .toList();
  }

  private Page<Job> images(Page<JobRef> refs) {
    return new Page<>(find(refs.items()), refs.next());
  }

  /** Empty when another write came between. */
  private Optional<Job> describe(JobItem item, Job job, Description description) {
    if (description.equals(job.description())) {
      return Optional.of(job);
    }
    Instant now = clock.instant();
    Job described = job.described(description, now);
    JobUpdate update =
        new JobUpdate(job.ref(), now)
            .status(job.status())
            .set("description", description)
            .onlyIfStill(job);
    boolean passed =
        indexed.commit(
            job.ref(),
            item,
            TransactWriteItem.builder().update(update.build(table)).build(),
            IndexEntries.of(described),
            albumConditions(job, description.albumId()));
    return passed ? Optional.of(described) : Optional.empty();
  }

  /** Before it is COMPLETED, an image is not in its album yet; but there must be one. */
  private List<TransactWriteItem> albumConditions(Job job, String albumId) {
    if (albumId == null || Objects.equals(albumId, job.description().albumId())) {
      return List.of();
    }
    if (albums.find(albumId).filter(album -> album.takesImagesOf(job.owner())).isEmpty()) {
      throw new NoSuchAlbum(albumId);
    }
    return job.status() == JobStatus.COMPLETED
        ? List.of()
        : List.of(IndexChanges.requireAlbum(table, job.owner(), albumId));
  }

  /** Empty when another write came between. */
  private Optional<Optional<Deletion>> deleteOnce(JobRef ref, JobItem item) {
    Instant now = clock.instant();
    if (item.job().isEmpty()) {
      return Optional.of(item.deletion(ref, now));
    }
    Job job = item.job().get();
    TransactWriteItem mark =
        TransactWriteItem.builder().put(Tombstone.put(table, job, now)).build();
    return indexed.commit(ref, item, mark, IndexEntries.NONE, List.of())
        ? Optional.of(Optional.of(Deletion.of(job, now)))
        : Optional.empty();
  }
}
