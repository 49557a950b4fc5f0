package dev.darkroom.local.cloud;

import dev.darkroom.local.identity.PoolTokens;
import dev.darkroom.local.identity.Tokens;
import dev.darkroom.local.identity.UserPool;
import java.util.Locale;
import java.util.Optional;

/** Ways in which a token is not good, though it is the owner's. */
enum BadToken {
  NO_TOKEN,
  GARBLED,
  WRONG_SIGNATURE,
  FOREIGN_KEY,
  WRONG_ISSUER,
  WRONG_AUDIENCE,
  EXPIRED,
  NOT_YET_VALID,
  ALG_NONE,
  ID_TOKEN;

  /** The token, or none. */
  Optional<String> of(UserPool pool, String client, String sub, Tokens good) {
    return switch (this) {
      case NO_TOKEN -> Optional.empty();
      case GARBLED -> Optional.of(good.accessToken().replaceFirst("\\.", ".x"));
      case WRONG_SIGNATURE -> Optional.of(PoolTokens.wronglySigned(pool, client, sub));
      case FOREIGN_KEY -> Optional.of(PoolTokens.foreign(pool, client, sub));
      case WRONG_ISSUER -> Optional.of(PoolTokens.ofAnotherIssuer(pool, client, sub));
      case WRONG_AUDIENCE -> Optional.of(PoolTokens.forAnotherClient(pool, sub));
      case EXPIRED -> Optional.of(PoolTokens.expired(pool, client, sub));
      case NOT_YET_VALID -> Optional.of(PoolTokens.notYetValid(pool, client, sub));
      case ALG_NONE -> Optional.of(PoolTokens.unsigned(pool, client, sub));
      case ID_TOKEN -> Optional.of(good.idToken());
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
