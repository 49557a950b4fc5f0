package dev.darkroom.api;

import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.CommentStore;
import dev.darkroom.core.DisplayNames;
import dev.darkroom.core.ImageStore;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.dynamo.DynamoAlbumStore;
import dev.darkroom.core.dynamo.DynamoCommentStore;
import dev.darkroom.core.dynamo.DynamoDisplayNames;
import dev.darkroom.core.dynamo.DynamoImageStore;
import dev.darkroom.core.dynamo.DynamoJobStore;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the gallery's endpoints read and write. */
record Stores(
    JobStore jobs,
    ImageStore images,
    AlbumStore albums,
    CommentStore comments,
    DisplayNames names) {

  /** All of them, kept in one table. */
  static Stores on(DynamoDbClient dynamo, String table, Clock clock) {
    AlbumStore albums = new DynamoAlbumStore(dynamo, table, clock);
    return new Stores(
        new DynamoJobStore(dynamo, table, clock),
        new DynamoImageStore(dynamo, table, albums, clock),
        albums,
        new DynamoCommentStore(dynamo, table),
        new DynamoDisplayNames(dynamo, table));
  }
}
