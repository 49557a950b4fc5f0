package dev.darkroom.api.delivery;

import dev.darkroom.core.Rendition;
import java.util.List;

/** Signs the URLs by which a client fetches renditions: a plain GET, with no headers of its own. */
public interface RenditionUrls {
  SignedUrl sign(Rendition rendition);

  /** The renditions of one image as clients see them, each with its own URL. */
  default List<RenditionView> views(List<Rendition> renditions) {
    return renditions.stream()
        .map(rendition -> RenditionView.of(rendition, sign(rendition)))
        .toList();
  }
}
