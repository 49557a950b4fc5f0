package dev.darkroom.api.account;

import dev.darkroom.api.access.Emails;
import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.Endpoint;
import dev.darkroom.api.http.IssuerUnavailable;
import dev.darkroom.api.http.Query;
import dev.darkroom.api.http.Reply;
import dev.darkroom.api.http.Request;
import dev.darkroom.core.ProfileStore;
import java.util.Optional;

/** {@code GET /api/me}: who the caller is, and what they decided. */
public final class GetMe implements Endpoint {
  private final ProfileStore profiles;
  private final Emails emails;
  private final Notifications notifications;
  private final Account account;

  public GetMe(ProfileStore profiles, Emails emails, Notifications notifications, Account account) {
    this.profiles = profiles;
    this.emails = emails;
    this.notifications = notifications;
    this.account = account;
  }

  /**
   * @throws IssuerUnavailable when the caller's address cannot be found out
   */
  @Override
  public Reply answer(Caller caller, Request request) {
    Query.of(request);
    Optional<String> email = emails.verified(caller);
    Notifications.Settled settled = notifications.settle(profiles.find(caller.sub()));
    return account.reply(caller, email, settled.profile(), settled.state());
  }
}
