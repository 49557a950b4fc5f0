package dev.darkroom.api.images;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.APIGatewayV2HTTPEventBuilder;
import dev.darkroom.api.Answer;
import dev.darkroom.api.Client;
import dev.darkroom.api.access.AlbumAccess;
import dev.darkroom.api.access.ImageAccess;
import dev.darkroom.api.delivery.PresignedRenditionUrls;
import dev.darkroom.api.delivery.RenditionUrls;
import dev.darkroom.api.http.Cursors;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.Paging;
import dev.darkroom.core.Album;
import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.Capture;
import dev.darkroom.core.Claim;
import dev.darkroom.core.Description;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.Label;
import dev.darkroom.core.Original;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.WorkLeft;
import dev.darkroom.core.dynamo.DynamoAlbumStore;
import dev.darkroom.core.dynamo.DynamoCursorKey;
import dev.darkroom.core.dynamo.DynamoImageStore;
import dev.darkroom.core.dynamo.DynamoJobStore;
import dev.darkroom.core.dynamo.DynamoWorkLeft;
import dev.darkroom.core.dynamo.LocalTable;
import dev.darkroom.core.s3.ImageObjects;
import dev.darkroom.core.s3.InMemoryS3;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The endpoints of images on a table; the e-mail address of each user is {@code sub@x.org}. */
final class Images {
  private static final String EXECUTION = "arn:execution";
  private static final String IF_MATCH = "if-match";

  private final DynamoJobStore jobs;
  private final AlbumStore albums;
  private final WorkLeft workLeft;
  private final InMemoryS3 s3 = new InMemoryS3();
  private final Map<String, Endpoint> endpoints;

  Images(LocalTable table) {
    Clock clock = Clock.systemUTC();
    this.jobs = new DynamoJobStore(table.client(), table.name(), clock);
    this.albums = new DynamoAlbumStore(table.client(), table.name(), clock);
    this.workLeft = new DynamoWorkLeft(table.client(), table.name(), clock);
    DynamoImageStore images = new DynamoImageStore(table.client(), table.name(), albums, clock);
    AlbumAccess albumAccess =
        new AlbumAccess(albums, caller -> Optional.of(caller.sub() + "@x.org"));
    ImageAccess access = new ImageAccess(jobs, albums, albumAccess);
    RenditionUrls urls =
        new PresignedRenditionUrls(Client.presigner(), "renditions", Duration.ofMinutes(60));
    Paging paging =
        new Paging(new Cursors(new DynamoCursorKey(table.client(), table.name())::bytes));
    ImageRemoval removal =
        new ImageRemoval(images, jobs, new ImageObjects(s3, "uploads", "renditions"));
    endpoints =
        Map.ofEntries(
            Map.entry("GET /api/images", new ListImages(images, albumAccess, urls, paging)),
            Map.entry("GET /api/images/{imageId}", new GetImage(access, urls)),
            Map.entry("PATCH /api/images/{imageId}", new DescribeImage(access, images, urls)),
            Map.entry("DELETE /api/images/{imageId}", new DeleteImage(access, removal)),
            Map.entry(
                "GET /api/images/{imageId}/original",
                new GetOriginal(access, new OriginalUrls(Client.presigner(), "uploads"))),
            Map.entry(
                "PUT /api/images/{imageId}/labels/{label}", new AddLabel(access, images, urls)),
            Map.entry(
                "DELETE /api/images/{imageId}/labels/{label}",
                new RemoveLabel(access, images, urls)),
            Map.entry("GET /api/labels", new ListLabels(images, paging)));
  }

  InMemoryS3 s3() {
    return s3;
  }

  DynamoJobStore jobs() {
    return jobs;
  }

  /** The deleted images that ReconcileJobs has still to look at. */
  List<JobRef> deletionsLeft() {
    return workLeft.deletions(Instant.now().plusSeconds(1), 10);
  }

  User as(String sub, String groups) {
    return new User(Client.of(endpoints).as(sub, groups));
  }

  /** A job whose file is still to come. */
  JobRef announced(String owner) {
    JobRef ref = new JobRef(owner, JobIds.next());
    jobs.announce(Job.announced(ref, "a.jpg", "image/jpeg", 1, Client.NOW));
    return ref;
  }

  /** A job that is being processed, with its original. */
  JobRef running(String owner, Description said) {
    JobRef ref = new JobRef(owner, JobIds.next());
    Job job = Job.announced(ref, "Zürich \"am\" See.jpg", "image/jpeg", 1, said, Client.NOW);
    jobs.announce(job);
    String key = job.original().key();
    jobs.claim(new Claim(ref, EXECUTION, new Original(key, "e"), "a.jpg", 1, Client.NOW));
    s3.put("uploads", key, "e");
    return ref;
  }

  /** An image that is ready. */
  String image(String owner, Description said, String... labels) {
    JobRef ref = running(owner, said);
    String key = "renditions/" + owner + "/" + ref.jobId() + "/small.jpg";
    s3.put("renditions", key, "r");
    List<Label> found =
        Arrays.stream(labels).map(name -> new Label(name, 90, List.of(), List.of())).toList();
    jobs.settle(
        ref,
        EXECUTION,
        new Outcome(
            JobStatus.COMPLETED,
            "image/jpeg",
            3,
            2,
            new Capture(null, "Canon", null, null, null, null, null, new Capture.Position(1, 2)),
            null,
            List.of(new Rendition("small", 3, 2, 99, "image/jpeg", key)),
            found,
            null,
            null,
            null,
            Client.NOW));
    return ref.jobId();
  }

  String album(String owner, String... viewers) {
    String albumId = JobIds.next();
    albums.create(
        new Album(albumId, owner, "Malta", null, List.of(), 0, Client.NOW, Client.NOW, false));
    for (String viewer : viewers) {
      albums.share(albumId, viewer);
    }
    return albumId;
  }

  /** Somebody who calls. */
  record User(Client client) {
    Answer list(Map<String, String> query) {
      String route = "GET /api/images";
      return client.send(route, client.event(route).withQueryStringParameters(query));
    }

    Answer labels(Map<String, String> query) {
      String route = "GET /api/labels";
      return client.send(route, client.event(route).withQueryStringParameters(query));
    }

    Answer get(String imageId) {
      return of("GET /api/images/{imageId}", imageId);
    }

    Answer original(String imageId) {
      return of("GET /api/images/{imageId}/original", imageId);
    }

    Answer delete(String imageId) {
      return of("DELETE /api/images/{imageId}", imageId);
    }

    Answer patch(String imageId, String ifMatch, String body) {
      String route = "PATCH /api/images/{imageId}";
      APIGatewayV2HTTPEventBuilder event =
          client.event(route).withBody(body).withPathParameters(Map.of("imageId", imageId));
      return client.send(
          route, ifMatch == null ? event : event.withHeaders(Map.of(IF_MATCH, ifMatch)));
    }

    Answer describe(String imageId, String body) {
      return patch(imageId, get(imageId).headers().get("etag"), body);
    }

    Answer add(String imageId, String label) {
      return label("PUT /api/images/{imageId}/labels/{label}", imageId, label);
    }

    Answer remove(String imageId, String label) {
      return label("DELETE /api/images/{imageId}/labels/{label}", imageId, label);
    }

    private Answer label(String route, String imageId, String label) {
      return client.send(
          route,
          client.event(route).withPathParameters(Map.of("imageId", imageId, "label", label)));
    }

    private Answer of(String route, String imageId) {
      return client.send(route, client.event(route).withPathParameters(Map.of("imageId", imageId)));
    }
  }
}
