package dev.darkroom.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.api.Gallery;
import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.NotFound;
import dev.darkroom.core.Album;
import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.dynamo.LocalTable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who sees, changes and deletes an album, and the images in it. */
class AlbumAccessIT {
  private static final Caller OWNER = caller("alice", "uploader");
  private static final Caller OTHER = caller("bob", "uploader");
  private static final Caller VIEWER = caller("ann", "viewer");
  private static final Caller UPLOADING_VIEWER = caller("ann", "uploader");
  private static final Caller UNVERIFIED = caller("unverified", "viewer");
  private static final Caller OF_NO_GROUP = caller("ann");
  private static final Caller ADMIN = caller("root", "admin");

  @RegisterExtension private static final LocalTable TABLE = new LocalTable();

  private final String albumId = JobIds.next();
  private AlbumStore albums;
  private AlbumAccess access;
  private ImageAccess imageAccess;
  private Job image;
  private Job unfinished;

  @BeforeEach
  void anAlbumThatIsSharedWithAnn() {
    Gallery gallery = new Gallery(TABLE, Clock.systemUTC());
    albums = gallery.albums();
    access = new AlbumAccess(albums, Gallery.emails());
    imageAccess = new ImageAccess(gallery.jobs(), albums, access);
    Instant now = Instant.now();
    albums.create(new Album(albumId, "alice", "Cats", null, List.of(), 0, now, now, false));
    albums.share(albumId, "ann@example.org");
    albums.share(albumId, "unverified@example.org");
    image = gallery.image("alice", albumId);
    unfinished = gallery.processing("alice", albumId);
  }

  @Test
  void anAlbumIsSeenByItsOwnerItsViewersAndAdministrators() {
    for (Caller caller : List.of(OWNER, VIEWER, UPLOADING_VIEWER, ADMIN)) {
      assertThat(access.visible(caller, albumId).albumId()).isEqualTo(albumId);
    }
    for (Caller caller : List.of(OTHER, UNVERIFIED, OF_NO_GROUP)) {
      refuses(() -> access.visible(caller, albumId));
    }
  }

  @Test
  void anAlbumIsChangedByItsOwner() {
    assertThat(access.own(OWNER, albumId).title()).isEqualTo("Cats");
    for (Caller caller : List.of(OTHER, VIEWER, UNVERIFIED, OF_NO_GROUP, ADMIN)) {
      refuses(() -> access.own(caller, albumId));
    }
  }

  @Test
  void anAlbumIsDeletedByItsOwnerAndAdministrators() {
    assertThat(access.deletable(OWNER, albumId)).isPresent();
    assertThat(access.deletable(ADMIN, albumId)).isPresent();
    for (Caller caller : List.of(OTHER, VIEWER, UNVERIFIED, OF_NO_GROUP)) {
      refuses(() -> access.deletable(caller, albumId));
    }
  }

  @Test
  void anImageIsSeenWithItsAlbum() {
    sees(imageAccess::visible, image, List.of(OWNER, VIEWER, UPLOADING_VIEWER, ADMIN));
    hides(imageAccess::visible, image, List.of(OTHER, UNVERIFIED, OF_NO_GROUP));
    sees(imageAccess::visible, unfinished, List.of(OWNER, ADMIN));
    hides(imageAccess::visible, unfinished, List.of(VIEWER, OTHER));
  }

  @Test
  void anImageIsCommentedOnByItsOwnerAndViewers() {
    sees(imageAccess::commentable, image, List.of(OWNER, VIEWER, UPLOADING_VIEWER));
    hides(imageAccess::commentable, image, List.of(OTHER, UNVERIFIED, OF_NO_GROUP, ADMIN));
    hides(imageAccess::commentable, unfinished, List.of(OWNER, VIEWER, ADMIN));
    sees(imageAccess::discussed, image, List.of(ADMIN, VIEWER));
    hides(imageAccess::discussed, unfinished, List.of(OWNER, VIEWER, ADMIN));
  }

  @Test
  void anAdministratorWithWhomAnAlbumIsSharedMayComment() {
    albums.share(albumId, "root@example.org");

    sees(imageAccess::commentable, image, List.of(ADMIN));
  }

  @Test
  void anImageIsChangedByItsOwner() {
    sees(imageAccess::own, image, List.of(OWNER));
    hides(imageAccess::own, image, List.of(OTHER, VIEWER, UNVERIFIED, OF_NO_GROUP, ADMIN));
  }

  @Test
  void whatIsWithdrawnIsHidden() {
    albums.withdraw(albumId, "ann@example.org");

    refuses(() -> access.visible(VIEWER, albumId));
    hides(imageAccess::visible, image, List.of(VIEWER, UPLOADING_VIEWER));
    assertThat(access.visible(OWNER, albumId)).isNotNull();
  }

  @Test
  void anAlbumThatIsBeingDeletedIsThereForDeletionAlone() {
    albums.beginDeletion(albumId);

    for (Caller caller : List.of(OWNER, VIEWER, ADMIN)) {
      refuses(() -> access.visible(caller, albumId));
      refuses(() -> access.own(caller, albumId));
    }
    assertThat(access.deletable(OWNER, albumId)).isPresent();
    assertThat(access.deletable(ADMIN, albumId)).isPresent();
    refuses(() -> access.deletable(VIEWER, albumId));
    sees(imageAccess::visible, image, List.of(OWNER, ADMIN));
    hides(imageAccess::visible, image, List.of(VIEWER));
  }

  @Test
  void whatIsNoIdIsNoAlbum() {
    refuses(() -> access.visible(ADMIN, "cats"));
    refuses(() -> access.deletable(ADMIN, "../x"));
    refuses(() -> imageAccess.visible(ADMIN, ""));
  }

  private static void sees(ImageRule rule, Job job, List<Caller> callers) {
    for (Caller caller : callers) {
      assertThat(rule.find(caller, job.jobId()).ref()).as(caller.toString()).isEqualTo(job.ref());
    }
  }

  private static void hides(ImageRule rule, Job job, List<Caller> callers) {
    for (Caller caller : callers) {
      refuses(() -> rule.find(caller, job.jobId()));
    }
  }

  private static void refuses(ThrowingCallable call) {
    assertThatExceptionOfType(NotFound.class).isThrownBy(call);
  }

  private static Caller caller(String sub, String... groups) {
    return new Caller(sub, Set.of(groups), "token");
  }

  @FunctionalInterface
  private interface ImageRule {
    Job find(Caller caller, String imageId);
  }
}
