package dev.darkroom.local.s3;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.events.S3Events;
import dev.darkroom.local.journal.Outbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;

/**
 * The embedded Amazon S3: S3Proxy, which checks signatures. Buckets are made first, then it is
 * started.
 */
public final class ObjectStorage implements AutoCloseable {
  private final EventfulBlobStore store;
  private final Credentials credentials;
  private final Set<String> eventful = ConcurrentHashMap.newKeySet();
  private CrossOriginResourceSharing cors = CrossOriginResourceSharing.disabled();
  private S3Proxy server;

  /**
   * @param directory where objects are kept, or empty to keep them in memory
   * @param events takes an event for each object written to a bucket that publishes events
   * @param outbox keeps what is being written and has no event yet
   */
  public ObjectStorage(
      Optional<Path> directory,
      Credentials credentials,
      S3Events s3Events,
      Consumer<ObjectNode> events,
      Outbox outbox)
      throws IOException {
    BlobStore kept =
        directory.isPresent()
            ? new FilesystemNio2BlobStore(Files.createDirectories(directory.get()).toString())
            : new TransientNio2BlobStore();
    this.store = new EventfulBlobStore(kept, eventful::contains, s3Events, events, outbox);
    this.credentials = credentials;
  }

  /** Makes a bucket, if it is not there. */
  public void createBucket(String name, boolean publishesEvents) {
    if (store.list().buckets().stream().noneMatch(bucket -> bucket.name().equals(name))) {
      store.createContainer(CreateBucketRequest.builder().bucket(name).build());
    }
    if (publishesEvents) {
      eventful.add(name);
    }
  }

  /** Lets pages of other origins call; one rule for all buckets. */
  public void allowOrigins(
      List<String> origins, List<String> methods, List<String> headers, List<String> exposed) {
    cors = new CrossOriginResourceSharing(origins, methods, headers, exposed, "false");
  }

  /**
   * Starts answering.
   *
   * @param port the port, or 0 for any that is free
   */
  public URI start(int port) throws Exception {
    store.removeUnfinished();
    server =
        S3Proxy.builder()
            .blobStore(store)
            .endpoint(URI.create("http://127.0.0.1:" + port))
            .awsAuthentication(
                AuthenticationType.AWS_V4, credentials.accessKeyId(), credentials.secretAccessKey())
            .corsRules(cors)
            .ignoreUnknownHeaders(true)
            .build();
    server.setBlobStoreLocator(
        (identity, container, blob) ->
            identity != null && identity.equals(credentials.accessKeyId())
                ? new AccessGrant(credentials.secretAccessKey(), store)
                : null);
    server.start();
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  /** Publishes what earlier processes wrote and did not publish; call it once. */
  public void resume() {
    store.resume();
  }

  /** The objects, for services that read them on a caller's behalf. */
  public BlobStore objects() {
    return store;
  }

  @Override
  public void close() throws Exception {
    if (server != null) {
      server.stop();
    }
    store.close();
  }
}
