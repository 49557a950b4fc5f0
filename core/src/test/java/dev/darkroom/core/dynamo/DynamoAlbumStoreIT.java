package dev.darkroom.core.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.core.Album;
import dev.darkroom.core.AlbumConflict;
import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.Page;
import dev.darkroom.core.PageRequest;
import dev.darkroom.core.ViewersFull;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoAlbumStoreIT {
  private static final Instant BEFORE = Instant.parse("2026-05-04T10:00:00.120Z");
  private static final Instant NOW = Instant.parse("2026-05-04T11:30:00.000Z");
  private static final String OWNER = "alice";
  private static final String ANN = "ann@example.org";

  @RegisterExtension private static final LocalTable TABLE = new LocalTable();

  private final String owner = OWNER + JobIds.next();

  @Test
  void aNewAlbumIsReadAsItWasMade() {
    Album album = create("Côte d’Azur 🌊");

    assertThat(store().find(album.albumId())).contains(album);
    assertThat(item(album.albumId()).get("schema").n()).isEqualTo("2");
  }

  @Test
  void anIdIsTakenOnce() {
    Album album = create("First");

    assertThatExceptionOfType(AlbumConflict.class)
        .isThrownBy(() -> store().create(album("Second", album.albumId())));
    assertThat(title(album)).isEqualTo("First");
  }

  @Test
  void titleAndCoverChangeTogether() {
    Album album = create("Summer");
    String cover = JobIds.next();

    Album now = store().change(album, "Autumn", cover);

    assertThat(now.title()).isEqualTo("Autumn");
    assertThat(now.coverImageId()).isEqualTo(cover);
    assertThat(now.updatedAt()).isEqualTo(NOW);
    assertThat(now.createdAt()).isEqualTo(BEFORE);
    assertThat(store().find(album.albumId())).contains(now);
    assertThat(store().change(now, "Autumn", null).coverImageId()).isNull();
    assertThat(item(album.albumId())).doesNotContainKey("coverImageId");
  }

  @Test
  void aChangeOfWhatSomebodyElseChangedIsRefused() {
    Album album = create("Summer");
    String cover = JobIds.next();
    store().change(album, "Summer", cover);

    assertThatExceptionOfType(AlbumConflict.class)
        .isThrownBy(() -> store().change(album, "Winter", null));
    assertThat(store().find(album.albumId()).orElseThrow().coverImageId()).isEqualTo(cover);
  }

  @Test
  void ofManyChangesOfOneStateOneTakesPlace() throws Exception {
    Album album = create("Summer");

    List<String> won =
        together(
            8,
            i ->
                () -> {
                  try {
                    return store().change(album, "Title " + i, null).title();
                  } catch (AlbumConflict e) {
                    return "";
                  }
                });

    won.removeIf(String::isEmpty);
    assertThat(won).hasSize(1).containsExactly(title(album));
  }

  @Test
  void aChangeThatIsSentTwiceIsDone() {
    Album album = create("Summer");
    store().change(album, "Autumn", null);

    assertThat(store().change(album, "Autumn", null).title()).isEqualTo("Autumn");
  }

  @Test
  void neitherViewersNorImagesGetInTheWayOfAChange() {
    Album album = create("Summer");
    store().share(album.albumId(), ANN);
    addImages(album, 3);

    Album now = store().change(album, "Autumn", null);

    assertThat(now.images()).isEqualTo(3);
    assertThat(now.viewers()).containsExactly(ANN);
  }

  @Test
  void sharingTwiceIsSharingOnce() {
    Album album = create("Summer");

    store().share(album.albumId(), ANN);
    Album shared = store().find(album.albumId()).orElseThrow();
    store().share(album.albumId(), ANN);

    assertThat(shared.viewers()).containsExactly(ANN);
    assertThat(store().find(album.albumId())).contains(shared);
    assertThat(sharedWith(ANN)).contains(album.albumId());
  }

  @Test
  void withdrawingTwiceIsWithdrawingOnce() {
    Album album = create("Summer");
    store().share(album.albumId(), ANN);
    store().share(album.albumId(), "bob@example.org");

    store().withdraw(album.albumId(), ANN);
    store().withdraw(album.albumId(), ANN);

    assertThat(store().find(album.albumId()).orElseThrow().viewers())
        .containsExactly("bob@example.org");
    assertThat(sharedWith(ANN)).doesNotContain(album.albumId());
    store().withdraw(album.albumId(), "bob@example.org");
    assertThat(store().find(album.albumId()).orElseThrow().viewers()).isEmpty();
  }

  @Test
  void whatIsNotThereIsNotShared() {
    String nothing = JobIds.next();

    assertThatExceptionOfType(AlbumConflict.class)
        .isThrownBy(() -> store().share(nothing, "eve@example.org"));
    store().withdraw(nothing, "eve@example.org");

    assertThat(sharedWith("eve@example.org")).isEmpty();
    assertThat(item(nothing)).isEmpty();
  }

  @Test
  void sharingAndWithdrawingAtOnceLeaveAlbumAndListAlike() throws Exception {
    Album album = create("Summer");
    String email = JobIds.next() + "@example.org";

    together(
        8,
        i ->
            () -> {
              if (i % 2 == 0) {
                store().share(album.albumId(), email);
              } else {
                store().withdraw(album.albumId(), email);
              }
              return "";
            });

    boolean isViewer = store().find(album.albumId()).orElseThrow().viewers().contains(email);
    assertThat(sharedWith(email).contains(album.albumId())).isEqualTo(isViewer);
  }

  @Test
  void anAlbumHasSoManyViewersAndNoMore() {
    Album album = create("Summer");
    for (int i = 0; i < AlbumStore.MOST_VIEWERS; i++) {
      store().share(album.albumId(), "viewer" + i + "@example.org");
    }

    assertThatExceptionOfType(ViewersFull.class)
        .isThrownBy(() -> store().share(album.albumId(), ANN));
    store().share(album.albumId(), "viewer7@example.org");
    store().beginDeletion(album.albumId());

    assertThat(store().find(album.albumId()).orElseThrow().viewers()).isEmpty();
    assertThat(sharedWith("viewer0@example.org")).doesNotContain(album.albumId());
    assertThat(sharedWith("viewer99@example.org")).doesNotContain(album.albumId());
  }

  @Test
  void anOwnersAlbumsAreListedNewestFirstPageByPage() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(0, create("Album " + i).albumId());
    }

    List<String> listed = new ArrayList<>();
    PageRequest page = PageRequest.first(2);
    Page<Album> albums;
    do {
      albums = store().ownedBy(owner, page);
      assertThat(albums.items()).hasSizeLessThanOrEqualTo(2);
      albums.items().forEach(album -> listed.add(album.albumId()));
      page = new PageRequest(2, albums.next());
    } while (albums.next().isPresent());

    assertThat(listed).isEqualTo(made);
    assertThat(store().ownedBy(owner + "x", PageRequest.first(2)).items()).isEmpty();
  }

  @Test
  void anAlbumThatIsBeingDeletedIsInNoListAndChangesNoMore() {
    Album album = create("Summer");
    store().share(album.albumId(), ANN);

    store().beginDeletion(album.albumId());
    store().beginDeletion(album.albumId());

    assertThat(store().find(album.albumId()).orElseThrow().deleting()).isTrue();
    assertThat(store().ownedBy(owner, PageRequest.first(10)).items()).isEmpty();
    assertThat(sharedWith(ANN)).doesNotContain(album.albumId());
    assertThatExceptionOfType(AlbumConflict.class)
        .isThrownBy(() -> store().change(album, "Autumn", null));
    assertThatExceptionOfType(AlbumConflict.class)
        .isThrownBy(() -> store().share(album.albumId(), "bob@example.org"));
    assertThat(store().formerOwner(album.albumId())).isEmpty();
  }

  @Test
  void anAlbumGoesOnceItsImagesAreGone() {
    Album album = create("Summer");
    String imageId = addImages(album, 1).get(0);
    assertThat(store().finishDeletion(album.albumId())).isFalse();
    store().beginDeletion(album.albumId());

    assertThat(store().finishDeletion(album.albumId())).isFalse();
    assertThat(store().find(album.albumId())).isPresent();
    removeImage(album, imageId);

    assertThat(store().finishDeletion(album.albumId())).isTrue();
    assertThat(store().finishDeletion(album.albumId())).isTrue();
    assertThat(store().find(album.albumId())).isEmpty();
    assertThat(
            TABLE
                .client()
                .query(
                    query ->
                        query
                            .tableName(TABLE.name())
                            .keyConditionExpression("PK = :owner")
                            .expressionAttributeValues(
                                Map.of(":owner", AttributeValue.fromS("OWNER#" + owner))))
                .items())
        .isEmpty();
  }

  @Test
  void aDeletedAlbumIsRememberedForThirtyDays() {
    Album album = create("Summer");
    store().beginDeletion(album.albumId());
    store().finishDeletion(album.albumId());

    assertThat(store().formerOwner(album.albumId())).contains(owner);
    assertThat(store().formerOwner(JobIds.next())).isEmpty();
    assertThat(item(album.albumId()))
        .containsOnlyKeys("PK", "SK", "schema", "owner", "deleting", "deletedAt", "ttl")
        .containsEntry(
            "ttl",
            AttributeValue.fromN("" + Instant.parse("2026-06-03T11:30:00Z").getEpochSecond()));
    store().beginDeletion(album.albumId());
    assertThat(store().find(album.albumId())).isEmpty();
    assertThatExceptionOfType(AlbumConflict.class)
        .isThrownBy(() -> store().create(album("Again", album.albumId())));
  }

  private DynamoAlbumStore store() {
    return new DynamoAlbumStore(TABLE.client(), TABLE.name(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private Album create(String title) {
    Album album = album(title, JobIds.next());
    store().create(album);
    return album;
  }

  private Album album(String title, String albumId) {
    return new Album(albumId, owner, title, null, List.of(), 0, BEFORE, BEFORE, false);
  }

  private String title(Album album) {
    return store().find(album.albumId()).map(Album::title).orElseThrow();
  }

  private List<String> sharedWith(String email) {
    return store().sharedWith(email, PageRequest.first(100)).items().stream()
        .map(Album::albumId)
        .toList();
  }

  private static Map<String, AttributeValue> item(String albumId) {
    return TABLE
        .client()
        .getItem(get -> get.tableName(TABLE.name()).key(Keys.album(albumId)))
        .item();
  }

  /** As images do it that come into an album. */
  private static List<String> addImages(Album album, int images) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < images; i++) {
      String id = JobIds.next();
      ids.add(id);
      TABLE.client().putItem(put -> put.tableName(TABLE.name()).item(imageKey(album, id)));
      count(album, 1);
    }
    return ids;
  }

  private static void removeImage(Album album, String imageId) {
    TABLE
        .client()
        .deleteItem(delete -> delete.tableName(TABLE.name()).key(imageKey(album, imageId)));
    count(album, -1);
  }

  private static void count(Album album, int by) {
    TABLE
        .client()
        .updateItem(
            update ->
                update
                    .tableName(TABLE.name())
                    .key(Keys.album(album.albumId()))
                    .updateExpression("ADD images :by")
                    .expressionAttributeValues(Map.of(":by", AttributeValue.fromN("" + by))));
  }

  private static Map<String, AttributeValue> imageKey(Album album, String imageId) {
    return Keys.imageInAlbum(album.albumId(), imageId);
  }

  private static List<String> together(int threads, IntFunction<Callable<String>> task)
      throws InterruptedException, ExecutionException {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<String>> tasks = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        tasks.add(task.apply(i));
      }
      List<String> results = new ArrayList<>();
      for (Future<String> future : executor.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    } finally {
      executor.shutdown();
    }
  }
}
