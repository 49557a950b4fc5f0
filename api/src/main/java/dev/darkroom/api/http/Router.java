package dev.darkroom.api.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the endpoint of a request by the route that API Gateway matched.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html">
 *     Routes of an HTTP API</a>
 */
public final class Router {
  private static final String ANY = "ANY ";

  private final Map<String, Endpoint> endpoints;

  /**
   * Routes to some endpoints.
   *
   * @param endpoints by route key: {@code GET /api/jobs/{jobId}}
   */
  public Router(Map<String, Endpoint> endpoints) {
    this.endpoints = Map.copyOf(endpoints);
  }

  /** Answers an event of API Gateway, whatever comes of it. */
  public APIGatewayV2HTTPResponse respond(APIGatewayV2HTTPEvent event) {
    Request request = Request.of(event);
    try {
      return answer(request).response();
    } catch (RuntimeException e) {
      return Problems.of(e, request).response();
    }
  }

  /**
   * @throws RouteNotFound when no endpoint has the path
   * @throws MethodNotAllowed when one has the path, but for another method
   */
  Reply answer(Request request) {
    Endpoint endpoint = endpoint(request);
    return endpoint instanceof Endpoint.Open open
        ? open.answer(request)
        : endpoint.answer(Caller.of(request), request);
  }

  private Endpoint endpoint(Request request) {
    String key = request.routeKey();
    String route = key.startsWith(ANY) ? request.method() + key.substring(ANY.length() - 1) : key;
    Endpoint endpoint = endpoints.get(route);
    if (endpoint != null) {
      return endpoint;
    }
    Set<String> methods = methods(route.substring(route.indexOf(' ') + 1));
    if (methods.isEmpty()) {
      throw new RouteNotFound();
    }
    throw new MethodNotAllowed(methods);
  }

  private Set<String> methods(String path) {
    Set<String> methods = new TreeSet<>();
    for (String route : endpoints.keySet()) {
      int space = route.indexOf(' ');
      if (route.substring(space + 1).equals(path)) {
        methods.add(route.substring(0, space));
      }
    }
    return methods;
  }
}
