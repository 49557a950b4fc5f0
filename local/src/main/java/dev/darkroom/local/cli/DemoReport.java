package dev.darkroom.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.mail.Email;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints what came of each photo. */
final class DemoReport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintStream out;

  DemoReport(PrintStream out) {
    this.out = out;
  }

  /** One photo, for a person. */
  void print(Processed processed, PhotoRun run) {
    out.printf(
        Locale.ROOT,
        "%s  %s  %.1f s%n",
        processed.photo(),
        processed.status(),
        processed.took().toMillis() / 1000.0);
    if (processed.problem() != null) {
      out.printf("  refused    %s%n", processed.problem().path("detail").asText());
    }
    if (processed.job() != null) {
      print(processed.job(), run);
    }
    if (processed.email() != null) {
      print(processed.email());
    }
    out.println();
  }

  /** All photos, for a program. */
  void printJson(List<Processed> all) throws JsonProcessingException {
    ArrayNode array = JSON.createArrayNode();
    for (Processed processed : all) {
      ObjectNode entry = array.addObject().put("photo", processed.photo().toString());
      entry.set("job", processed.job());
      entry.set("email", processed.email() == null ? null : json(processed.email()));
      if (processed.problem() != null) {
        entry.set("problem", processed.problem());
      }
    }
    out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(array));
  }

  private void print(JsonNode job, PhotoRun run) {
    out.printf("  job        %s%n", job.path("jobId").asText());
    for (JsonNode rendition : job.path("renditions")) {
      out.printf(
          "  %-9s  %4d x %-4d px  %7d bytes  %s%n",
          rendition.path("name").asText(),
          rendition.path("width").asInt(),
          rendition.path("height").asInt(),
          rendition.path("bytes").asLong(),
          run.file(job, rendition));
    }
    for (JsonNode label : job.path("labels")) {
      out.printf(
          Locale.ROOT,
          "  label      %-16s %5.1f %%%n",
          label.path("name").asText(),
          label.path("confidence").asDouble());
    }
    job.path("notes").forEach(note -> out.printf("  note       %s%n", note.asText()));
    if (!job.path("error").isNull()) {
      out.printf(
          "  error      %s: %s%n",
          job.path("error").path("code").asText(), job.path("error").path("detail").asText());
    }
  }

  private void print(Email email) {
    out.printf("  e-mail     To: %s%n", email.to());
    out.printf("             Subject: %s%n", email.subject());
    email.body().lines().forEach(line -> out.printf("             | %s%n", line));
  }

  private static ObjectNode json(Email email) {
    return JSON.createObjectNode()
        .put("from", email.from())
        .put("to", email.to())
        .put("subject", email.subject())
        .put("body", email.body())
        .put("receivedAt", email.receivedAt().toString());
  }
}
