package dev.darkroom.api.account;

import dev.darkroom.api.delivery.RenditionView;
import java.util.List;

/**
 * A user as they see themselves: {@code Me} of {@code openapi.yaml}.
 *
 * @param email the verified address, or null
 * @param groups in alphabetical order
 * @param avatar null without one
 */
public record Me(
    String userId,
    String email,
    List<String> groups,
    String displayName,
    String avatarImageId,
    Avatar avatar,
    NotificationState notifications) {

  /** The picture that stands for a user. */
  public record Avatar(List<RenditionView> renditions) {}
}
