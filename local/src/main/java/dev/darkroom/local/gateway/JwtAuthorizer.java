package dev.darkroom.local.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.darkroom.local.http.Request;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets requests pass that bear a JSON Web Token of one issuer, as API Gateway's JWT authorizer
 * does.
 *
 * <p>It takes RSA signatures only, by a key that the issuer publishes under the token's {@code
 * kid}; {@code iss} must be the issuer; {@code aud}, or {@code client_id} where there is no {@code
 * aud}, must be in the audience; {@code exp} must lie ahead, {@code nbf} and {@code iat} must not.
 * There is no leeway for clocks. An ID token whose {@code aud} fits passes too: routes that want
 * access tokens only must state scopes. Safe for many threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html">JWT
 *     authorizers</a>
 */
public final class JwtAuthorizer {
  private static final Logger log = LoggerFactory.getLogger(JwtAuthorizer.class);
  private static final String HEADER_SOURCE = "$request.header.";
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512);

  private final String issuer;
  private final List<String> audience;
  private final String header;
  private final DefaultJWTProcessor<SecurityContext> verifier = new DefaultJWTProcessor<>();

  /**
   * An authorizer that reads the {@code Authorization} header. The issuer is first spoken to when a
   * token comes.
   *
   * @param issuer the issuer's URL, to which {@code /.well-known/openid-configuration} is added
   * @param audience what {@code aud} or {@code client_id} may be; at least one
   */
  public JwtAuthorizer(String issuer, List<String> audience) {
    this(issuer, audience, HEADER_SOURCE + "Authorization");
  }

  /**
   * @param identitySource where the token stands: {@code $request.header.NAME}
   * @throws IllegalArgumentException when the identity source is of another kind
   */
  public JwtAuthorizer(String issuer, List<String> audience, String identitySource) {
    if (!identitySource.startsWith(HEADER_SOURCE)) {
      throw new IllegalArgumentException(
          "The identity source " + identitySource + " is not supported locally.");
    }
    if (audience.isEmpty()) {
      throw new IllegalArgumentException("A JWT authorizer needs an audience.");
    }
    this.issuer = issuer;
    this.audience = List.copyOf(audience);
    this.header = identitySource.substring(HEADER_SOURCE.length());
    verifier.setJWSKeySelector(
        new JWSVerificationKeySelector<>(ALGORITHMS, IssuerKeys.cached(issuer)));
    // API Gateway looks neither at typ nor, other than check() below, at claims.
    verifier.setJWSTypeVerifier((type, context) -> {});
    verifier.setJWTClaimsSetVerifier(null);
  }

  /**
   * Checks a request's token.
   *
   * @param scopes the route's scopes
   * @throws AuthorizationRefused what the client is told
   */
  VerifiedToken authorize(Request request, List<String> scopes) throws AuthorizationRefused {
    String value = String.join(",", request.headerValues(header)).strip();
    if (value.isEmpty()) {
      throw AuthorizationRefused.noToken();
    }
    boolean prefixed = value.toLowerCase(Locale.ROOT).startsWith("bearer ");
    Map<String, Object> claims = verify(prefixed ? value.substring(7).strip() : value, scopes);
    Optional<String> wrong = check(claims);
    if (wrong.isPresent()) {
      throw AuthorizationRefused.invalidToken(scopes, wrong.get());
    }
    List<String> held = scopes(claims);
    if (!scopes.isEmpty() && scopes.stream().noneMatch(held::contains)) {
      throw AuthorizationRefused.insufficientScope(scopes);
    }
    return new VerifiedToken(claims, scopes.isEmpty() ? Optional.empty() : Optional.of(held));
  }

  private Map<String, Object> verify(String token, List<String> scopes)
      throws AuthorizationRefused {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      if (jwt.getHeader().getKeyID() == null) {
        throw AuthorizationRefused.invalidToken(scopes, "the token has no kid");
      }
      verifier.process(jwt, null);
      return jwt.getPayload().toJSONObject();
    } catch (ParseException e) {
      throw AuthorizationRefused.invalidToken(scopes, "the token is not a signed JWT");
    } catch (RateLimitReachedException e) {
      // The keys at hand do not fit, and the issuer was asked for newer ones a moment ago.
      throw AuthorizationRefused.invalidToken(scopes, "the token's kid is not known");
    } catch (KeySourceException e) {
      log.warn("The keys of {} cannot be fetched.", issuer, e);
      throw AuthorizationRefused.invalidToken(scopes, "the issuer's keys cannot be fetched");
    } catch (BadJOSEException | JOSEException e) {
      throw AuthorizationRefused.invalidToken(
          scopes, "the token's signature or algorithm is not valid");
    }
  }

  /** What is wrong with the claims, if anything. */
  private Optional<String> check(Map<String, Object> claims) {
    long now = Instant.now().getEpochSecond();
    if (!issuer.equals(claims.get("iss"))) {
      return Optional.of("the token does not have a valid issuer");
    }
    Object aud = claims.getOrDefault("aud", claims.get("client_id"));
    if (strings(aud).noneMatch(audience::contains)) {
      return Optional.of("the token does not have a valid audience");
    }
    if (!(claims.get("exp") instanceof Number exp) || exp.doubleValue() <= now) {
      return Optional.of("the token has expired");
    }
    if (isAhead(claims.get("nbf"), now) || isAhead(claims.get("iat"), now)) {
      return Optional.of("the token is not valid yet");
    }
    return Optional.empty();
  }

  private static boolean isAhead(Object seconds, long now) {
    return seconds instanceof Number at && at.doubleValue() > now;
  }

  private static List<String> scopes(Map<String, Object> claims) {
    return strings(claims.getOrDefault("scope", claims.get("scp")))
        .flatMap(text -> Arrays.stream(text.split(" ")))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static Stream<String> strings(Object claim) {
    return (claim instanceof List<?> list ? list.stream() : Stream.ofNullable(claim))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }
}
