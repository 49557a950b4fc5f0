package dev.darkroom.local.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares what is about to be told with what is so at that moment. What was so when it was first
 * told may be told again later, under the same id: a client whose answer was lost sends it again,
 * and the topic cannot be asked to take it on a condition.
 */
final class Tellings {
  private static final Pattern STATUS =
      Pattern.compile("entry\\.(\\d+)\\.Name=status\\b.*?entry\\.\\1\\.Value\\.StringValue=(\\w+)");

  private static final Pattern ID =
      Pattern.compile(
          "entry\\.(\\d+)\\.Name=notificationId\\b.*?entry\\.\\1\\.Value\\.StringValue=([\\w-]+)");

  private final Table table;
  private final Runs runs;

  Tellings(Table table, Runs runs) {
    this.table = table;
    this.runs = runs;
  }

  void check(HttpMessage publish) {
    String form = new String(publish.body(), UTF_8);
    runs.about(form).ifPresent(run -> check(run, form));
  }

  private void check(Run run, String form) {
    Matcher status = STATUS.matcher(form);
    String told = status.find() ? status.group(2) : "nothing";
    String is = Table.text(table.job(run.owner(), run.jobId()), "status");
    run.note("publishes " + told + " while the record says " + is);
    Matcher id = ID.matcher(form);
    boolean repeated = id.find() && !run.tells(id.group(2), is.equals(told));
    if (!is.equals(told) && !repeated) {
      run.wrong("5. the uploader is told " + told + " while the record says '" + is + "'");
    }
  }
}
