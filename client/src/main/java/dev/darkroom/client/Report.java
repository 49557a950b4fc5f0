package dev.darkroom.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.client.progress.Figures;
import dev.darkroom.client.upload.Outcome;
import dev.darkroom.client.upload.Outcome.Status;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** Prints what came of the files. */
final class Report {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<Status> BAD_FILE = Set.of(Status.REJECTED, Status.REFUSED);
  private static final Set<Status> BAD_RUN = Set.of(Status.FAILED, Status.BROKEN);
  private static final int ALL_WELL = 0;
  private static final int SOME_FAILED = 1;
  private static final int SOME_REJECTED = 2;

  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  /** For a person: a line or two a file, and how many of each. */
  void print(List<Outcome> outcomes) {
    Map<Status, Integer> counts = new EnumMap<>(Status.class);
    for (Outcome outcome : outcomes) {
      counts.merge(outcome.status(), 1, Integer::sum);
      out.printf("%s  %s%n", Figures.plain(outcome.path().toString()), outcome.status());
      if (outcome.jobId() != null) {
        out.printf("  job     %s%n", outcome.jobId());
      }
      if (outcome.detail() != null) {
        out.printf("  reason  %s%n", Figures.plain(outcome.detail()));
      }
      if (outcome.job() != null) {
        print(outcome.job());
      }
    }
    StringJoiner summary = new StringJoiner(", ", "\n", "");
    counts.forEach(
        (status, count) -> summary.add(count + " " + status.name().toLowerCase(Locale.ROOT)));
    out.println(summary);
  }

  /** For a program: one JSON array. */
  void printJson(List<Outcome> outcomes) throws JsonProcessingException {
    ArrayNode array = JSON.createArrayNode();
    for (Outcome outcome : outcomes) {
      ObjectNode entry = array.addObject().put("photo", outcome.path().toString());
      entry.put("status", outcome.status().name()).put("jobId", outcome.jobId());
      entry.put("detail", outcome.detail()).set("job", outcome.job());
    }
    out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(array));
  }

  /** 0: all well, 2: some files are not taken, 1: something is to be tried again. */
  static int exitCode(List<Outcome> outcomes) {
    if (outcomes.stream().map(Outcome::status).anyMatch(BAD_RUN::contains)) {
      return SOME_FAILED;
    }
    boolean rejected = outcomes.stream().map(Outcome::status).anyMatch(BAD_FILE::contains);
    return rejected ? SOME_REJECTED : ALL_WELL;
  }

  private void print(JsonNode job) {
    StringJoiner labels = new StringJoiner(", ");
    for (JsonNode label : job.path("labels")) {
      labels.add(Figures.plain(label.path("name").asText()) + confidence(label));
    }
    if (labels.length() > 0) {
      out.printf("  labels  %s%n", labels);
    }
    for (JsonNode note : job.path("notes")) {
      out.printf("  note    %s%n", Figures.plain(note.asText()));
    }
    JsonNode error = job.path("error");
    if (error.isObject()) {
      String detail = Figures.plain(error.path("detail").asText());
      out.printf("  reason  %s: %s%n", error.path("code").asText(), detail);
    }
  }

  /** A label that a person gave has none. */
  private static String confidence(JsonNode label) {
    JsonNode confidence = label.path("confidence");
    return confidence.isNumber()
        ? String.format(Locale.ROOT, " %.1f %%", confidence.asDouble())
        : "";
  }
}
