package dev.darkroom.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.http.Reply;
import dev.darkroom.local.http.Request;
import dev.darkroom.local.http.Service;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Lambda's Invoke on the wire, so that an operator can call a function by hand. Other operations
 * are refused by name. All aliases and versions name the same code.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>
 */
public final class InvokeEndpoint implements Service {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EmbeddedFunctions functions;
  private final AsynchronousCall events;

  /**
   * @param events takes invocations of the type {@code Event}
   */
  public InvokeEndpoint(EmbeddedFunctions functions, AsynchronousCall events) {
    this.functions = functions;
    this.events = events;
  }

  @Override
  public Reply handle(Request request) throws Exception {
    try {
      InvokeRequest invocation = InvokeRequest.of(request);
      String arn = functions.arn(invocation.function());
      return switch (invocation.type()) {
        case REQUEST_RESPONSE -> answered(arn, invocation.payload());
        case EVENT -> {
          events.invoke(arn, invocation.payload());
          yield Reply.empty(202);
        }
        case DRY_RUN -> Reply.empty(204);
      };
    } catch (AwsError e) {
      return refusal(e);
    }
  }

  private Reply answered(String arn, JsonNode payload) throws IOException, InterruptedException {
    try {
      return answer(Map.of(), functions.invoke(arn, payload));
    } catch (FunctionError e) {
      return answer(Map.of("X-Amz-Function-Error", "Unhandled"), e.payload());
    }
  }

  private static Reply answer(Map<String, String> headers, JsonNode payload) throws IOException {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "application/json");
    all.put("X-Amz-Executed-Version", "$LATEST");
    return new Reply(200, all, JSON.writeValueAsBytes(payload));
  }

  private static Reply refusal(AwsError error) throws IOException {
    return new Reply(
        error.status(),
        Map.of("Content-Type", "application/json", "X-Amzn-ErrorType", error.code()),
        JSON.writeValueAsBytes(Map.of("Type", "User", "Message", error.getMessage())));
  }
}
