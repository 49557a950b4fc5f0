package dev.darkroom.api.delivery;

import dev.darkroom.core.Rendition;
import java.time.Instant;

/** A rendition and where to fetch it until when: {@code Rendition} of {@code openapi.yaml}. */
public record RenditionView(
    String name,
    int width,
    int height,
    long bytes,
    String contentType,
    String url,
    Instant expiresAt) {

  static RenditionView of(Rendition rendition, SignedUrl url) {
    return new RenditionView(
        rendition.name(),
        rendition.width(),
        rendition.height(),
        rendition.bytes(),
        rendition.contentType(),
        url.url(),
        url.expiresAt());
  }
}
