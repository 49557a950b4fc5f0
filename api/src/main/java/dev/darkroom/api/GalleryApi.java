package dev.darkroom.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.darkroom.api.http.Router;
import dev.darkroom.core.Environment;
import java.util.Map;

/** Images, labels, albums and comments: the function behind {@code /api/images} and its like. */
public final class GalleryApi
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final Router router;

  /** Wires the function from its environment; Lambda calls this. */
  public GalleryApi() {
    this(System.getenv());
  }

  /**
   * Wires the function from the given environment.
   *
   * @param env {@code TABLE}
   * @throws IllegalArgumentException naming the variable that is missing or out of range
   */
  public GalleryApi(Map<String, String> env) {
    new Environment(env).text("TABLE");
    router = new Router(Map.of());
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return router.respond(event);
  }
}
