package dev.darkroom.api.access;

import dev.darkroom.api.http.Caller;
import dev.darkroom.api.http.IssuerUnavailable;
import dev.darkroom.core.Profile;
import dev.darkroom.core.ProfileStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the issuer for the caller's address, with the caller's own token, and keeps the answer in
 * the caller's profile. An address counts for a quarter of an hour, even if it was changed or lost
 * its verification; that there is none counts for a minute, as it may be verified at any time.
 */
public final class OpenIdEmails implements Emails {
  private static final Logger LOG = LoggerFactory.getLogger(OpenIdEmails.class);
  private static final Duration FRESH = Duration.ofMinutes(15);
  private static final Duration NONE_FRESH = Duration.ofMinutes(1);

  private final UserInfo userInfo;
  private final ProfileStore profiles;
  private final Clock clock;

  /**
   * Asks one issuer, first when an address is first needed.
   *
   * @param issuer the issuer's URL, to which {@code /.well-known/openid-configuration} is added
   */
  public OpenIdEmails(String issuer, ProfileStore profiles, Clock clock) {
    this.userInfo = new UserInfo(issuer);
    this.profiles = profiles;
    this.clock = clock;
  }

  /**
   * {@inheritDoc}
   *
   * <p>A token that does not open the issuer's userinfo, as one without the scope {@code openid},
   * tells no address.
   *
   * @throws IssuerUnavailable when the issuer does not answer as it should
   */
  @Override
  public Optional<String> verified(Caller caller) {
    Profile profile = profiles.find(caller.sub());
    Instant now = clock.instant();
    if (isFresh(profile, now)) {
      return profile.verifiedEmail();
    }
    Optional<UserInfo.Answer> answer = ask(caller);
    answer.ifPresent(
        told -> profiles.emailChecked(caller.sub(), told.email(), told.isVerified(), now));
    return answer.filter(UserInfo.Answer::isVerified).map(UserInfo.Answer::email);
  }

  private static boolean isFresh(Profile profile, Instant now) {
    Duration life = profile.verifiedEmail().isPresent() ? FRESH : NONE_FRESH;
    return profile.emailCheckedAt() != null && now.isBefore(profile.emailCheckedAt().plus(life));
  }

  private Optional<UserInfo.Answer> ask(Caller caller) {
    try {
      return userInfo.of(caller);
    } catch (IOException e) {
      LOG.warn("The issuer does not tell the address of {}", caller.sub(), e);
      throw new IssuerUnavailable();
    }
  }
}
