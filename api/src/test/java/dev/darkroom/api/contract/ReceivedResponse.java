package dev.darkroom.api.contract;

import io.vertx.core.buffer.Buffer;
import io.vertx.openapi.validation.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;

/**
 * What a client got.
 *
 * @param headers names in lower case; without those of the transport
 * @param body empty for none
 */
public record ReceivedResponse(int status, Map<String, String> headers, String body) {

  /** The same in the validator's terms. */
  ValidatableResponse validatable() {
    String type = headers.getOrDefault("content-type", "");
    Map<String, String> values = new HashMap<>(headers);
    values.replaceAll((name, value) -> Dialect.parameter(value));
    return body.isEmpty()
        ? ValidatableResponse.create(status, values)
        : ValidatableResponse.create(status, values, Buffer.buffer(body), Dialect.mediaType(type));
  }
}
