package dev.darkroom.local.cloud;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the calls of the role table are about: an album that its owner shares with a viewer, a
 * completed image in it, and the owner's comment on that.
 */
record SharedAlbum(String albumId, String imageId, String commentId, String viewerEmail) {

  static SharedAlbum of(RunningCloud running, Person owner, Person viewer) throws Exception {
    String imageId = image(running, owner);
    String albumId = album(owner, viewer);
    String path = "/images/" + imageId;
    owner.done(
        "PATCH", path, "{\"albumId\":\"" + albumId + "\"}", Map.of("if-match", owner.eTag(path)));
    return new SharedAlbum(albumId, imageId, comment(owner, imageId), viewer.email());
  }

  SharedAlbum withAlbum(String otherId) {
    return new SharedAlbum(otherId, imageId, commentId, viewerEmail);
  }

  SharedAlbum withImage(String otherId) {
    return new SharedAlbum(albumId, otherId, commentId, viewerEmail);
  }

  SharedAlbum withComment(String otherId) {
    return new SharedAlbum(albumId, imageId, otherId, viewerEmail);
  }

  /** A path of the API, less its {@code /api}, about this album. */
  String path(String template) {
    return template
        .replaceFirst("^/api", "")
        .replace("{jobId}", imageId)
        .replace("{imageId}", imageId)
        .replace("{albumId}", albumId)
        .replace("{commentId}", commentId)
        .replace("{label}", "holiday")
        .replace("{email}", URLEncoder.encode(viewerEmail, StandardCharsets.UTF_8));
  }

  /** A new image of the owner's, in no album. */
  static String image(RunningCloud running, Person owner) throws Exception {
    Path photo = Files.createTempFile("roles", ".jpg");
    try {
      Files.write(photo, Pictures.halves("jpeg", 120, 90));
      String imageId = owner.api().upload(photo);
      running.settled(owner.api(), imageId);
      return imageId;
    } finally {
      Files.delete(photo);
    }
  }

  /** A new, empty album of the owner's that the viewer sees. */
  static String album(Person owner, Person viewer) throws IOException, InterruptedException {
    String albumId =
        owner.done("POST", "/albums", "{\"title\":\"Holiday\"}", Map.of()).path("albumId").asText();
    String email = URLEncoder.encode(viewer.email(), StandardCharsets.UTF_8);
    owner.done("PUT", "/albums/" + albumId + "/viewers/" + email, "", Map.of());
    return albumId;
  }

  /** A new comment of the owner's. */
  static String comment(Person owner, String imageId) throws IOException, InterruptedException {
    return owner
        .done("POST", "/images/" + imageId + "/comments", "{\"text\":\"Mine.\"}", Map.of())
        .path("commentId")
        .asText();
  }
}
