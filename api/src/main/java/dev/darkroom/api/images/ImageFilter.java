package dev.darkroom.api.images;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.api.http.InvalidField;
import dev.darkroom.api.http.Query;
import dev.darkroom.core.Caption;
import dev.darkroom.core.ImageLabels;
import dev.darkroom.core.Job;
import java.net.URLEncoder;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which images are wanted; all that is given must hold.
 *
 * @param album the album that they are in
 * @param label what they bear, whatever its case
 * @param text what their caption contains, whatever its case
 * @param owner whose they are
 */
record ImageFilter(
    Optional<String> album, Optional<String> label, Optional<String> text, Optional<String> owner)
    implements Predicate<Job> {
  static final String ALBUM = "album";
  static final String LABEL = "label";
  static final String TEXT = "text";

  /**
   * Reads the parameters.
   *
   * @throws InvalidField when the text is longer than a caption, or the label than a label
   */
  static ImageFilter of(Query query, Optional<String> owner) {
    Optional<String> text = query.text(TEXT);
    if (text.filter(what -> what.codePointCount(0, what.length()) > Caption.LONGEST).isPresent()) {
      throw new InvalidField(TEXT, "No caption has more than " + Caption.LONGEST + " characters.");
    }
    return new ImageFilter(
        query.text(ALBUM),
        query.text(LABEL).map(label -> LabelText.searched(LABEL, label)),
        text,
        owner);
  }

  /** What the list is of, as its cursors know it. */
  String scope() {
    return "images?"
        + parameter(ALBUM, album)
        + parameter(LABEL, label)
        + parameter(TEXT, text)
        + parameter(Owners.OWNER, owner);
  }

  @Override
  public boolean test(Job job) {
    return album.filter(id -> !id.equals(job.description().albumId())).isEmpty()
        && label.filter(name -> !ImageLabels.of(job).contain(name)).isEmpty()
        && text.filter(part -> !isInCaption(part, job)).isEmpty()
        && owner.filter(whose -> !whose.equals(job.owner())).isEmpty();
  }

  private static boolean isInCaption(String part, Job job) {
    String caption = job.description().caption();
    return caption != null && Caption.key(caption).contains(Caption.key(part));
  }

  private static String parameter(String name, Optional<String> value) {
    return value.map(text -> name + "=" + URLEncoder.encode(text, UTF_8) + "&").orElse("");
  }
}
