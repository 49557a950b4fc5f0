package dev.darkroom.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.darkroom.local.http.Reply;
import dev.darkroom.local.http.Request;
import dev.darkroom.local.http.Service;
import dev.darkroom.local.lambda.FunctionError;
import dev.darkroom.local.lambda.Functions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands in for an API Gateway HTTP API: routes requests to Lambda functions in payload format 2.0,
 * behind CORS, throttling and JWT authorizers. Its one stage is {@code $default}.
 *
 * <p>Payloads of more than 10 MB get 413, unknown routes 404, functions that fail or answer
 * nonsense 500, and those that take 30 seconds 503. Safe for many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api.html">HTTP
 *     APIs</a>
 */
public final class HttpApi implements Service {
  private static final Logger log = LoggerFactory.getLogger(HttpApi.class);
  private static final Duration INTEGRATION_TIMEOUT = Duration.ofSeconds(30);
  private static final int MAX_PAYLOAD_BYTES = 10 * 1024 * 1024;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final RouteTable routes = new RouteTable();
  private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();
  private final String apiId;
  private final String account;
  private final Map<String, String> stageVariables;
  private final Integration integration;
  private final Optional<CorsConfiguration> cors;
  private final Optional<ThrottleSettings> throttle;

  /**
   * An API without routes.
   *
   * @param apiId the API's id, as functions see it
   * @param account the account's id, twelve digits
   * @param stageVariables what each event tells of the stage
   * @param cors empty for an API that leaves CORS to its functions
   * @param throttle the limits of each route; empty for none
   */
  public HttpApi(
      String apiId,
      String account,
      Map<String, String> stageVariables,
      Functions functions,
      Optional<CorsConfiguration> cors,
      Optional<ThrottleSettings> throttle) {
    this(
        apiId,
        account,
        stageVariables,
        new Integration(functions, INTEGRATION_TIMEOUT),
        cors,
        throttle);
  }

  /** The same, of a stage without variables. */
  public HttpApi(
      String apiId,
      String account,
      Functions functions,
      Optional<CorsConfiguration> cors,
      Optional<ThrottleSettings> throttle) {
    this(apiId, account, Map.of(), functions, cors, throttle);
  }

  HttpApi(
      String apiId,
      String account,
      Map<String, String> stageVariables,
      Integration integration,
      Optional<CorsConfiguration> cors,
      Optional<ThrottleSettings> throttle) {
    this.apiId = apiId;
    this.account = account;
    this.stageVariables = Map.copyOf(stageVariables);
    this.integration = integration;
    this.cors = cors;
    this.throttle = throttle;
  }

  /**
   * Adds a route; it takes requests from now on.
   *
   * @throws IllegalArgumentException when the API has a route of this key, or its path is wrong
   */
  public void addRoute(Route route) {
    routes.add(route);
  }

  @Override
  public Reply handle(Request request) throws InterruptedException {
    RequestEvent event =
        new RequestEvent(apiId, account, stageVariables, requestId(), Instant.now());
    Reply reply = answer(request, event);
    Map<String, String> headers = new LinkedHashMap<>(reply.headers());
    if (cors.isPresent() && !isUnroutedPreflight(request)) {
      headers.keySet().removeIf(name -> name.startsWith("access-control-"));
      headers.putAll(cors.get().answerHeaders(request));
    }
    headers.put("apigw-requestid", event.requestId());
    return new Reply(reply.status(), headers, reply.body());
  }

  private Reply answer(Request request, RequestEvent event) throws InterruptedException {
    if (request.body().length > MAX_PAYLOAD_BYTES) {
      return message(413, "Request Too Long");
    }
    if (isUnroutedPreflight(request)) {
      return new Reply(204, cors.orElseThrow().preflightHeaders(request), new byte[0]);
    }
    Optional<RouteTable.Match> match = route(request);
    if (match.isEmpty()) {
      return message(404, "Not Found");
    }
    Route route = match.get().route();
    if (isThrottled(route)) {
      return message(429, "Too Many Requests");
    }
    try {
      Optional<VerifiedToken> token = Optional.empty();
      if (route.authorizer().isPresent()) {
        token = Optional.of(route.authorizer().get().authorize(request, route.scopes()));
      }
      return call(route.function(), event.of(request, match.get(), token));
    } catch (AuthorizationRefused e) {
      return refusal(e);
    }
  }

  private Reply call(String function, JsonNode event) throws InterruptedException {
    try {
      return FunctionAnswer.read(integration.call(function, event));
    } catch (TimeoutException e) {
      log.warn("{} did not answer in time.", function);
      return message(503, "Service Unavailable");
    } catch (FunctionError e) {
      log.warn("{} failed: {}: {}", function, e.errorType(), e.getMessage());
    } catch (MalformedAnswer e) {
      log.warn("{} gave a malformed answer: {}", function, e.getMessage());
    } catch (IllegalStateException e) {
      log.error("{} could not be called.", function, e);
    }
    return message(500, "Internal Server Error");
  }

  /**
   * API Gateway answers a preflight itself only where no route takes it: {@code $default} and
   * {@code ANY} routes get theirs, authorizer included.
   */
  private boolean isUnroutedPreflight(Request request) {
    return cors.isPresent() && CorsConfiguration.isPreflight(request) && route(request).isEmpty();
  }

  private Optional<RouteTable.Match> route(Request request) {
    return routes.find(request.method(), request.uri().getRawPath());
  }

  private boolean isThrottled(Route route) {
    return throttle.isPresent()
        && !buckets
            .computeIfAbsent(route.key(), key -> new TokenBucket(throttle.get(), System::nanoTime))
            .take();
  }

  private static Reply refusal(AuthorizationRefused refused) {
    Reply reply = message(refused.status(), refused.status() == 401 ? "Unauthorized" : "Forbidden");
    Map<String, String> headers = new LinkedHashMap<>(reply.headers());
    headers.put("www-authenticate", refused.challenge());
    return new Reply(reply.status(), headers, reply.body());
  }

  private static Reply message(int status, String message) {
    return Reply.text(
        status,
        "application/json",
        JsonNodeFactory.instance.objectNode().put("message", message).toString());
  }

  /** Fifteen characters and a padding sign, as API Gateway's. */
  private static String requestId() {
    byte[] id = new byte[11];
    RANDOM.nextBytes(id);
    return Base64.getEncoder().encodeToString(id);
  }
}
