package dev.darkroom.core;

import java.util.List;

/**
 * What people say of an image, as opposed to what the workflow finds out; no run of the workflow
 * changes it.
 *
 * @param caption plain text, or null
 * @param albumId the owner's album that the image is in, or null
 * @param hashtags labels that a person added, in the order of adding; see {@link LabelName}
 * @param hidden names of found labels that a person removed
 */
public record Description(
    String caption, String albumId, List<String> hashtags, List<String> hidden) {
  /** Nothing is said. */
  public static final Description NONE = new Description(null, null, List.of(), List.of());

  public Description {
    hashtags = hashtags == null ? List.of() : List.copyOf(hashtags);
    hidden = hidden == null ? List.of() : List.copyOf(hidden);
  }

  public Description withCaption(String other) {
    return new Description(other, albumId, hashtags, hidden);
  }

  public Description withAlbum(String other) {
    return new Description(caption, other, hashtags, hidden);
  }

  public Description withLabels(List<String> otherHashtags, List<String> otherHidden) {
    return new Description(caption, albumId, otherHashtags, otherHidden);
  }
}
