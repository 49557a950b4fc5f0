package dev.darkroom.core.dynamo;

import dev.darkroom.core.Album;
import dev.darkroom.core.AlbumConflict;
import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.Page;
import dev.darkroom.core.PageRequest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Keeps albums in the one DynamoDB table. */
public final class DynamoAlbumStore implements AlbumStore {
  private final DynamoDbClient dynamo;
  private final String table;
  private final Clock clock;
  private final AlbumLists lists;
  private final AlbumWrites writes;
  private final AlbumViewers viewers;
  private final AlbumDeletion deletion;

  /**
   * Keeps albums in a table.
   *
   * @param table the table's name
   */
  public DynamoAlbumStore(DynamoDbClient dynamo, String table, Clock clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
    this.lists = new AlbumLists(dynamo, table);
    this.writes = new AlbumWrites(dynamo, table);
    this.viewers = new AlbumViewers(table, clock, writes);
    this.deletion = new AlbumDeletion(dynamo, table, clock, writes, viewers);
  }

  @Override
  public void create(Album album) {
    TransactWriteItem put =
        TransactWriteItem.builder()
            .put(
                item ->
                    item.tableName(table)
                        .item(AlbumItem.of(album))
                        .conditionExpression("attribute_not_exists(PK)"))
            .build();
    TransactWriteItem point = writes.point(Keys.ownersAlbum(album.owner(), album.albumId()));
    if (writes.refused(List.of(put, point)).isPresent()) {
      throw new AlbumConflict(album.albumId(), "exists already.");
    }
  }

  @Override
  public Optional<Album> find(String albumId) {
    return AlbumItem.read(dynamo, table, albumId)
        .filter(item -> !AlbumItem.isTombstone(item))
        .map(AlbumItem::album);
  }

  /**
   * {@inheritDoc}
   *
   * <p>The condition compares title and cover themselves, so that only a change of these two gets
   * in the way. If the album stands as wanted already, an earlier try of this very call did it.
   */
  @Override
  public Album change(Album before, String title, String coverImageId) {
    AlbumChange change = new AlbumChange(before, title, coverImageId, clock.instant());
    try {
      return AlbumItem.album(dynamo.updateItem(change.update(table)).attributes());
    } catch (ConditionalCheckFailedException e) {
      if (e.item() != null && e.item().containsKey("title")) {
        Album now = AlbumItem.album(e.item());
        if (!now.deleting()
            && now.title().equals(title)
            && Objects.equals(now.coverImageId(), coverImageId)) {
          return now;
        }
      }
      throw new AlbumConflict(before.albumId(), "was changed meanwhile, or is gone.");
    }
  }

  @Override
  public void share(String albumId, String email) {
    viewers.share(albumId, email);
  }

  @Override
  public void withdraw(String albumId, String email) {
    viewers.withdraw(albumId, email);
  }

  @Override
  public Page<Album> ownedBy(String owner, PageRequest page) {
    return lists.page(Keys.owner(owner), page);
  }

  @Override
  public Page<Album> sharedWith(String email, PageRequest page) {
    return lists.page(Keys.viewer(email), page);
  }

  @Override
  public void beginDeletion(String albumId) {
    deletion.begin(albumId);
  }

  @Override
  public boolean finishDeletion(String albumId) {
    return deletion.finish(albumId);
  }

  @Override
  public Optional<String> formerOwner(String albumId) {
    return AlbumItem.read(dynamo, table, albumId)
        .filter(AlbumItem::isTombstone)
        .map(item -> item.get("owner").s());
  }
}
