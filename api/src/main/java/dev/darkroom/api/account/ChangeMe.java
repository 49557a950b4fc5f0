package dev.darkroom.api.account;

import dev.darkroom.api.access.Emails;
import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.Fields;
import dev.darkroom.api.http.InvalidField;
import dev.darkroom.api.http.IssuerUnavailable;
import dev.darkroom.api.http.PlainText;
import dev.darkroom.api.http.PreconditionFailed;
import dev.darkroom.api.http.Query;
import dev.darkroom.api.http.Reply;
import dev.darkroom.api.http.Request;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.Profile;
import dev.darkroom.core.Profile.Wishes;
import dev.darkroom.core.ProfileConflict;
import dev.darkroom.core.ProfileStore;
import java.util.Optional;

/** {@code PATCH /api/me}: changes what the caller decides about themselves. */
public final class ChangeMe implements Endpoint {
  private static final String DISPLAY_NAME = "displayName";
  private static final String AVATAR = "avatarImageId";
  private static final String NOTIFICATIONS = "notifications";
  private static final int LONGEST_NAME = 50;

  private final ProfileStore profiles;
  private final Emails emails;
  private final Notifications notifications;
  private final Account account;

  public ChangeMe(
      ProfileStore profiles, Emails emails, Notifications notifications, Account account) {
    this.profiles = profiles;
    this.emails = emails;
    this.notifications = notifications;
    this.account = account;
  }

  /**
   * @throws InvalidField when a field is wrong
   * @throws PreconditionFailed when the caller's wishes were changed meanwhile
   * @throws IssuerUnavailable when the caller's address cannot be found out
   * @throws NoVerifiedEmail when notifications are wished without an address
   * @throws NotificationsFull when the topic takes no more subscriptions
   * @throws AddressInUse when the address is subscribed to other outcomes
   */
  @Override
  public Reply answer(Caller caller, Request request) {
    Query.of(request);
    Fields fields = Fields.parse(request.body(), DISPLAY_NAME, AVATAR, NOTIFICATIONS);
    Optional<String> email = emails.verified(caller);
    Notifications.Settled settled = notifications.settle(profiles.find(caller.sub()));
    account.tag(settled.profile()).check(request);
    Wishes wishes = wishes(fields, settled.profile());
    if (!fields.has(NOTIFICATIONS)) {
      Profile changed = change(settled.profile(), wishes);
      return account.reply(caller, email, changed, settled.state());
    }
    Profile changed =
        wishes.notifications() ? turnOn(settled, email, wishes) : turnOff(settled, wishes);
    return account.reply(caller, email, changed, notifications.stateOf(changed));
  }

  /** Subscribed before it is recorded: what was refused is not wished for. */
  private Profile turnOn(Notifications.Settled settled, Optional<String> email, Wishes wishes) {
    return change(notifications.turnOn(settled, email), wishes);
  }

  /** Ended after it is recorded: it must not be taken for one that was lost with an address. */
  private Profile turnOff(Notifications.Settled settled, Wishes wishes) {
    return notifications.turnOff(change(settled.profile(), wishes));
  }

  private Profile change(Profile before, Wishes wishes) {
    try {
      return profiles.change(before, wishes);
    } catch (ProfileConflict e) {
      throw new PreconditionFailed();
    }
  }

  private Wishes wishes(Fields fields, Profile before) {
    Wishes now = before.wishes();
    return new Wishes(
        fields.has(DISPLAY_NAME) ? displayName(fields) : now.displayName(),
        fields.has(AVATAR) ? avatar(fields, before.owner()) : now.avatarImageId(),
        fields.has(NOTIFICATIONS) ? flag(fields) : now.notifications());
  }

  private static String displayName(Fields fields) {
    return fields
        .optionalText(DISPLAY_NAME)
        .map(name -> PlainText.line(DISPLAY_NAME, name, LONGEST_NAME))
        .orElse(null);
  }

  private String avatar(Fields fields, String owner) {
    Optional<String> imageId = fields.optionalText(AVATAR);
    if (imageId.isEmpty()) {
      return null;
    }
    if (!JobIds.isId(imageId.get()) || account.image(owner, imageId.get()).isEmpty()) {
      throw new InvalidField(
          AVATAR,
          "It must be the imageId of a completed image of your own. GET /api/images lists them.");
    }
    return imageId.get();
  }

  private static boolean flag(Fields fields) {
    return fields
        .optionalFlag(NOTIFICATIONS)
        .orElseThrow(
            () ->
                new InvalidField(NOTIFICATIONS, "The field notifications must be true or false."));
  }
}
