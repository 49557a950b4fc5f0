package dev.darkroom.steps;

import dev.darkroom.core.Job;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.Label;
import dev.darkroom.core.Rendition;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * What the uploader is told, as an e-mail.
 *
 * @param id the same for each repeat of the message, and no other: {@code
 *     {jobId}-{status}-{redrives}}
 * @param subject ASCII without line breaks, at most 100 characters: SNS takes no other
 * @param body plain text, whose last line tells the id
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">Publish</a>
 */
record OutcomeMessage(String id, String subject, String body) {
  private static final int LONGEST_SUBJECT = 100;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
  private static final Pattern PLAIN = Pattern.compile("[ -~]+");

  /** The message about a settled job. */
  static OutcomeMessage of(Job job) {
    String name = CONTROL.matcher(job.fileName()).replaceAll(" ");
    String verdict =
        switch (job.status()) {
          case COMPLETED -> "is ready";
          case REJECTED -> "was not accepted";
          case FAILED -> "could not be processed";
          case AWAITING_UPLOAD, PROCESSING ->
              throw new IllegalArgumentException("Job " + job.jobId() + " has not ended.");
        };
    String id = job.jobId() + "-" + job.status() + "-" + job.redrives();
    String text =
        job.status() == JobStatus.COMPLETED ? completed(job, name) : unhappy(job, name, verdict);
    return new OutcomeMessage(id, subject(name, verdict), text + "\nMessage " + id);
  }

  private static String subject(String fileName, String verdict) {
    String subject = "Your photo " + fileName + " " + verdict;
    boolean fits = subject.length() <= LONGEST_SUBJECT && PLAIN.matcher(subject).matches();
    return fits ? subject : "Your photo " + verdict;
  }

  private static String completed(Job job, String fileName) {
    StringJoiner text = new StringJoiner("\n");
    text.add("Your photo \"" + fileName + "\" is ready.");
    text.add("");
    text.add("Pictures:");
    job.renditions().forEach(rendition -> text.add("  " + line(rendition)));
    text.add("");
    if (job.labels().isEmpty()) {
      text.add("Labels: none.");
    } else {
      text.add("Labels:");
      job.labels().forEach(label -> text.add("  " + line(label)));
    }
    text.add("");
    if (!job.notes().isEmpty()) {
      job.notes().forEach(text::add);
      text.add("");
    }
    text.add("Job " + job.jobId());
    return text.toString();
  }

  private static String unhappy(Job job, String fileName, String verdict) {
    return String.join(
        "\n",
        "Your photo \"" + fileName + "\" " + verdict + ".",
        "",
        job.error().detail(),
        "",
        "Reason " + job.error().code() + ", job " + job.jobId());
  }

  private static String line(Rendition rendition) {
    return "%s, %d × %d px, %s"
        .formatted(
            rendition.name(),
            rendition.width(),
            rendition.height(),
            FileSize.of(rendition.bytes()));
  }

  private static String line(Label label) {
    return String.format(Locale.ROOT, "%s, %.0f %% certain", label.name(), label.confidence());
  }
}
