package dev.darkroom.client.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.client.api.Ticket;
import java.util.Optional;

/**
 * How far a file is.
 *
 * @param jobId its job
 * @param ticket what it takes to send the file; empty once it was sent
 */
public record Entry(String jobId, Optional<Ticket> ticket) {

  /** A file that was announced. */
  public static Entry announced(Ticket ticket) {
    return new Entry(ticket.jobId(), Optional.of(ticket));
  }

  /** A file that arrived. */
  public static Entry sent(String jobId) {
    return new Entry(jobId, Optional.empty());
  }

  static Entry of(JsonNode json) {
    return new Entry(
        json.required("jobId").asText(),
        json.path("ticket").isObject()
            ? Optional.of(Ticket.of(json.path("ticket")))
            : Optional.empty());
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("jobId", jobId);
    ticket.ifPresent(
        open -> {
          ObjectNode written = json.putObject("ticket").put("jobId", open.jobId());
          written.put("uploadUrl", open.uploadUrl().toString());
          written.put("expiresAt", open.expiresAt().toString());
          ObjectNode headers = written.putObject("headers");
          open.headers().forEach(headers::put);
        });
    return json;
  }
}
