package dev.darkroom.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.APIGatewayV2HTTPEventBuilder;
import dev.darkroom.api.access.Emails;
import dev.darkroom.api.delivery.PresignedRenditionUrls;
import dev.darkroom.api.http.Cursors;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.Paging;
import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.Claim;
import dev.darkroom.core.CommentStore;
import dev.darkroom.core.Description;
import dev.darkroom.core.ImageStore;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.dynamo.DynamoAlbumStore;
import dev.darkroom.core.dynamo.DynamoCommentStore;
import dev.darkroom.core.dynamo.DynamoDisplayNames;
import dev.darkroom.core.dynamo.DynamoImageStore;
import dev.darkroom.core.dynamo.DynamoJobStore;
import dev.darkroom.core.dynamo.LocalTable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The function behind albums and comments, on a table. Users' verified address is {@code
 * {sub}@example.org}; of one whose {@code sub} begins with {@code unverified} there is none.
 */
public final class Gallery {
  private static final String EXECUTION = "arn:execution";

  private final LocalTable table;
  private final Clock wall = Clock.systemUTC();
  private final JobStore jobs;
  private final AlbumStore albums;
  private final ImageStore images;
  private final Client client;

  /**
   * Answers from a table.
   *
   * @param clock what the endpoints look at; the stores have one that nothing stops
   */
  public Gallery(LocalTable table, Clock clock) {
    this.table = table;
    this.jobs = new DynamoJobStore(table.client(), table.name(), wall);
    this.albums = new DynamoAlbumStore(table.client(), table.name(), wall);
    this.images = new DynamoImageStore(table.client(), table.name(), albums, wall);
    Stores stores =
        new Stores(
            jobs, images, albums, comments(), new DynamoDisplayNames(table.client(), table.name()));
    Map<String, Endpoint> endpoints =
        GalleryApi.albums(
            stores,
            emails(),
            this::remove,
            new PresignedRenditionUrls(
                Client.presigner(), "renditions-bucket", Duration.ofMinutes(60)),
            new Paging(new Cursors(() -> new byte[32])),
            clock);
    this.client = Client.of(endpoints);
  }

  public static Emails emails() {
    return caller ->
        caller.sub().startsWith("unverified")
            ? Optional.empty()
            : Optional.of(caller.sub().toLowerCase(Locale.ROOT) + "@example.org");
  }

  public JobStore jobs() {
    return jobs;
  }

  public AlbumStore albums() {
    return albums;
  }

  public CommentStore comments() {
    return new DynamoCommentStore(table.client(), table.name());
  }

  /** Somebody who calls. */
  public User user(String sub, String groups) {
    return new User(client.as(sub, groups));
  }

  /** A completed image in an album, or in none. */
  public Job image(String owner, String albumId) {
    Job job = processing(owner, albumId);
    jobs.settle(job.ref(), EXECUTION, outcome(job));
    return jobs.find(job.ref()).orElseThrow();
  }

  /** An image that will be in an album, or in none. */
  public Job processing(String owner, String albumId) {
    JobRef ref = new JobRef(owner, JobIds.next());
    Job job =
        Job.announced(
            ref, "cat.jpg", "image/jpeg", 12, Description.NONE.withAlbum(albumId), wall.instant());
    jobs.announce(job);
    jobs.claim(new Claim(ref, EXECUTION, job.original(), "cat.jpg", 12, wall.instant()));
    return job;
  }

  /** Takes an image away with all that lists it. */
  public void remove(JobRef image) {
    images.delete(image);
  }

  public void displayName(String sub, String name) {
    Map<String, AttributeValue> profile =
        Map.of(
            "PK", AttributeValue.fromS("OWNER#" + sub),
            "SK", AttributeValue.fromS("PROFILE"),
            "displayName", AttributeValue.fromS(name));
    table.client().putItem(put -> put.tableName(table.name()).item(profile));
  }

  private Outcome outcome(Job job) {
    String key = "renditions/" + job.owner() + "/" + job.jobId() + "/small.jpg";
    return new Outcome(
        JobStatus.COMPLETED,
        "image/jpeg",
        160,
        107,
        null,
        null,
        List.of(new Rendition("small", 160, 107, 5120, "image/jpeg", key)),
        List.of(),
        null,
        List.of(),
        null,
        wall.instant());
  }

  /** Calls the routes of albums and comments in somebody's name. */
  public static final class User {
    private final Client client;

    private User(Client client) {
      this.client = client;
    }

    /**
     * Calls a route.
     *
     * @param path name and value by turns
     */
    public Answer call(String routeKey, String... path) {
      return send(routeKey, client.event(routeKey), path);
    }

    public Answer call(String routeKey, Map<String, String> query, String... path) {
      return send(routeKey, client.event(routeKey).withQueryStringParameters(query), path);
    }

    public Answer send(String routeKey, String body, String... path) {
      return send(routeKey, client.event(routeKey).withBody(body), path);
    }

    /** Changes a thing that was fetched before. */
    public Answer change(String routeKey, String ifMatch, String body, String... path) {
      Map<String, String> headers = ifMatch == null ? Map.of() : Map.of("if-match", ifMatch);
      return send(routeKey, client.event(routeKey).withBody(body).withHeaders(headers), path);
    }

    private Answer send(String routeKey, APIGatewayV2HTTPEventBuilder event, String... path) {
      Map<String, String> parameters =
          switch (path.length) {
            case 0 -> Map.of();
            case 2 -> Map.of(path[0], path[1]);
            case 4 -> Map.of(path[0], path[1], path[2], path[3]);
            default -> throw new IllegalArgumentException("Name and value by turns.");
          };
      return client.send(routeKey, event.withPathParameters(parameters));
    }
  }
}
