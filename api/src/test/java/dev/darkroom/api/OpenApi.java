package dev.darkroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.darkroom.api.contract.Contract;
import dev.darkroom.api.contract.ReceivedResponse;
import dev.darkroom.api.contract.SentRequest;
import java.nio.file.Path;

/** {@code openapi.yaml}, held against what the functions take and answer. */
public final class OpenApi {
  private static final String SCHEMAS = "#/components/schemas/";

  private final Contract contract;

  private OpenApi(Contract contract) {
    this.contract = contract;
  }

  public static OpenApi read() {
    return new OpenApi(Contract.read(Path.of("openapi.yaml")));
  }

  public JsonNode document() {
    return contract.document();
  }

  /**
   * An answer of a route that is described must be described too; any other is a problem. A request
   * that is taken must be described as well.
   */
  public void holdsFor(String routeKey, SentRequest request, Answer answer) {
    if (!contract.routes().containsKey(routeKey)) {
      conforms(SCHEMAS + "Problem", answer.body());
      return;
    }
    String body = answer.body() instanceof MissingNode ? "" : answer.body().toString();
    assertThat(
            contract.wrongIn(
                routeKey, new ReceivedResponse(answer.status(), answer.headers(), body)))
        .as("%s answers %d", routeKey, answer.status())
        .isEmpty();
    if (answer.status() < 300) {
      assertThat(contract.wrongIn(routeKey, request))
          .as("%s takes %s", routeKey, request)
          .isEmpty();
    }
  }

  /** Whether a value has the very form of a schema, given by its place in the document. */
  public void conforms(String schema, JsonNode value) {
    assertThat(schema).startsWith(SCHEMAS);
    assertThat(contract.wrongIn(schema, value)).as("%s as %s", value, schema).isEmpty();
  }

  public JsonNode resolve(JsonNode node) {
    return contract.resolve(node);
  }
}
