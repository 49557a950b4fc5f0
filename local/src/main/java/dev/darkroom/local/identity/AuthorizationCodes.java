package dev.darkroom.local.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Authorization codes: each is good once, for five minutes. */
final class AuthorizationCodes {
  private static final Duration LIFE = Duration.ofMinutes(5);

  /** What a code stands for. */
  record Grant(AuthorizationRequest request, User user, Instant at) {}

  private final Map<String, Grant> grants = new ConcurrentHashMap<>();
  private final InstantSource clock;

  AuthorizationCodes(InstantSource clock) {
    this.clock = clock;
  }

  String issue(AuthorizationRequest request, User user) {
    grants.values().removeIf(this::expired);
    String code = Pkce.random();
    grants.put(code, new Grant(request, user, clock.instant()));
    return code;
  }

  /** Takes a code; a second call finds nothing, whatever became of the first. */
  Optional<Grant> redeem(String code) {
    return Optional.ofNullable(grants.remove(code)).filter(grant -> !expired(grant));
  }

  private boolean expired(Grant grant) {
    return clock.instant().isAfter(grant.at().plus(LIFE));
  }
}
