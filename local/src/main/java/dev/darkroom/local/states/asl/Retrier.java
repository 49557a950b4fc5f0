package dev.darkroom.local.states.asl;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * How often, and after which pauses, a state is tried again after certain errors.
 *
 * @param interval the pause before the first retry, 1 s by default
 * @param maxAttempts how many retries, 3 by default, 0 for none
 * @param backoffRate by what each pause is longer than the one before, 2 by default, at least 1
 * @param maxDelay no pause is longer than this
 * @param fullJitter whether each pause is drawn evenly between nothing and the computed pause
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error">
 *     Retrying after an error</a>
 */
public record Retrier(
    ErrorEquals errors,
    Duration interval,
    int maxAttempts,
    double backoffRate,
    Optional<Duration> maxDelay,
    boolean fullJitter) {
  private static final int MOST = 99_999_999;
  private static final int LONGEST_DELAY = 31_622_399;

  static Retrier read(Fields fields, boolean last) {
    ErrorEquals errors = ErrorEquals.read(fields, last);
    int interval = fields.integer("IntervalSeconds", 1, MOST).orElse(1);
    int maxAttempts = fields.integer("MaxAttempts", 0, MOST).orElse(3);
    double rate =
        fields.optional("BackoffRate").map(n -> rate(n.decimalValue(), fields)).orElse(2d);
    Optional<Integer> maxDelay = fields.integer("MaxDelaySeconds", 1, LONGEST_DELAY);
    if (maxDelay.isPresent() && maxDelay.get() <= interval) {
      throw fields.wrong("MaxDelaySeconds", "Value should be greater than IntervalSeconds");
    }
    String jitter = fields.optionalText("JitterStrategy").orElse("NONE");
    if (!jitter.equals("FULL") && !jitter.equals("NONE")) {
      throw fields.wrong("JitterStrategy", "Value should be one of the following: [FULL, NONE]");
    }
    fields.nothingElse();
    return new Retrier(
        errors,
        Duration.ofSeconds(interval),
        maxAttempts,
        rate,
        maxDelay.map(Duration::ofSeconds),
        jitter.equals("FULL"));
  }

  private static double rate(BigDecimal rate, Fields fields) {
    if (rate.compareTo(BigDecimal.ONE) < 0) {
      throw fields.wrong("BackoffRate", "Value should be a number of at least 1.0");
    }
    return rate.doubleValue();
  }
}
