package dev.darkroom.local.cloud;

import java.util.Map;
import java.util.Set;

/** What a right request of each route holds. */
final class RightBodies {
  private static final Map<String, String> BODIES =
      Map.of(
          "POST /api/uploads",
          "{\"fileName\":\"a.png\",\"contentType\":\"image/png\",\"contentLength\":1}",
          "POST /api/uploads/batch",
          "{\"files\":[{\"fileName\":\"a.png\",\"contentType\":\"image/png\",\"contentLength\":1}]}",
          "PATCH /api/images/{imageId}",
          "{\"caption\":\"By the lake\"}",
          "POST /api/images/{imageId}/comments",
          "{\"text\":\"Well seen.\"}",
          "POST /api/albums",
          "{\"title\":\"Lakes\"}",
          "PATCH /api/albums/{albumId}",
          "{\"title\":\"Lakes\"}",
          "PATCH /api/me",
          "{\"displayName\":\"Ada\"}");

  private RightBodies() {}

  /** The body, as JSON; empty for a route that takes none. */
  static String of(String route) {
    return BODIES.getOrDefault(route, "");
  }

  /** The routes that take one. */
  static Set<String> routes() {
    return BODIES.keySet();
  }
}
