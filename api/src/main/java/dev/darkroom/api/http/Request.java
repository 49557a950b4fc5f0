package dev.darkroom.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A request as API Gateway hands it over; what is not in the event is empty here, never null.
 *
 * @param id the id that API Gateway gives the client as well, in {@code apigw-requestid}
 * @param routeKey the route that matched: {@code GET /api/jobs/{jobId}}
 * @param method what the client sent: {@code GET}
 * @param headers names in lower case
 * @param pathParameters the values of the route's placeholders, decoded
 * @param queryParameters decoded; of a name that came twice the values, joined by commas
 * @param stageVariables settings that hold for every request, as {@code template.yaml} sets them
 * @param body the body as text
 * @param claims the claims of the token that the authorizer verified
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">
 *     Payload format 2.0</a>
 */
public record Request(
    String id,
    String routeKey,
    String method,
    Map<String, String> headers,
    Map<String, String> pathParameters,
    Map<String, String> queryParameters,
    Map<String, String> stageVariables,
    String body,
    Map<String, String> claims) {

  static Request of(APIGatewayV2HTTPEvent event) {
    Optional<RequestContext> context = Optional.ofNullable(event.getRequestContext());
    return new Request(
        context.map(RequestContext::getRequestId).orElse(""),
        Objects.requireNonNullElse(event.getRouteKey(), ""),
        context.map(RequestContext::getHttp).map(RequestContext.Http::getMethod).orElse(""),
        Objects.requireNonNullElse(event.getHeaders(), Map.of()),
        Objects.requireNonNullElse(event.getPathParameters(), Map.of()),
        Objects.requireNonNullElse(event.getQueryStringParameters(), Map.of()),
        Objects.requireNonNullElse(event.getStageVariables(), Map.of()),
        body(event),
        context
            .map(RequestContext::getAuthorizer)
            .map(RequestContext.Authorizer::getJwt)
            .map(RequestContext.Authorizer.JWT::getClaims)
            .orElse(Map.of()));
  }

  /** The value of a header, whose name is given in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The value of a placeholder of the route; empty when there is none. */
  public String path(String name) {
    return pathParameters.getOrDefault(name, "");
  }

  /** API Gateway encodes a body whose content type it does not know as text. */
  private static String body(APIGatewayV2HTTPEvent event) {
    String body = Objects.requireNonNullElse(event.getBody(), "");
    return event.getIsBase64Encoded() ? new String(Base64.getDecoder().decode(body), UTF_8) : body;
  }
}
