package dev.darkroom.operator;

import java.io.PrintWriter;

/** What a run did: a line for each thing, and a line for all. */
final class Report {
  private static final int NOT_ALL = 2;

  private final PrintWriter out;
  private int done;
  private int leftAlone;
  private int failed;

  Report(PrintWriter out) {
    this.out = out;
  }

  void done(String id, String what, String outcome) {
    done++;
    line(id, what, outcome);
  }

  void wouldRedrive(String id, String what) {
    done(id, what, "would be redriven");
  }

  void leftAlone(String id, String why) {
    leftAlone++;
    line(id, "-  -", "left alone: " + why);
  }

  void failed(String id, RuntimeException why) {
    failed++;
    line(id, "-  -", "not done: " + firstLine(why));
  }

  /** The figures; and 0 when nothing failed, else 2. */
  int end() {
    out.printf("%d done, %d left alone, %d not done%n", done, leftAlone, failed);
    out.flush();
    return failed == 0 ? 0 : NOT_ALL;
  }

  private void line(String id, String what, String outcome) {
    out.println(id + "  " + what + "  " + outcome);
    out.flush();
  }

  private static String firstLine(RuntimeException e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return message.lines().findFirst().orElse(e.toString());
  }
}
