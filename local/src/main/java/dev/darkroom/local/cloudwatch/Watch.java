package dev.darkroom.local.cloudwatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Keeps an eye on an alarm's metric, on one thread. */
final class Watch {
  private final Alarm alarm;
  private final Series series;
  private final long since;
  private AlarmState state = AlarmState.INSUFFICIENT_DATA;

  /**
   * @param since the second that values are kept from: a period that began before is not judged for
   *     what it lacks
   */
  Watch(Alarm alarm, Series series, long since) {
    this.alarm = alarm;
    this.series = series;
    this.since = since;
  }

  /**
   * An alarm that stands otherwise than before.
   *
   * @param reason for a person
   */
  record Change(Alarm alarm, AlarmState before, AlarmState after, String reason) {}

  /** Looks at the periods that end with a second. */
  Optional<Change> look(long second) {
    Evaluation evaluation = alarm.evaluation();
    List<Double> breaching = new ArrayList<>();
    int missing = 0;
    int unknown = 0;
    for (int i = 0; i < evaluation.periods(); i++) {
      long upTo = second - i * evaluation.period().toSeconds();
      long after = upTo - evaluation.period().toSeconds();
      OptionalDouble value = series.statistic(evaluation.statistic(), after, upTo);
      if (value.isPresent()) {
        if (evaluation.comparison().breaches(value.getAsDouble(), evaluation.threshold())) {
          breaching.add(value.getAsDouble());
        }
      } else if (after < since) {
        unknown++;
      } else {
        missing++;
      }
    }
    return become(judge(breaching.size(), missing, unknown), reason(breaching, missing));
  }

  private AlarmState judge(int breaching, int missing, int unknown) {
    Evaluation evaluation = alarm.evaluation();
    int counted = evaluation.missing() == MissingData.BREACHING ? breaching + missing : breaching;
    if (counted >= evaluation.enough()) {
      return AlarmState.ALARM;
    }
    boolean nothing = missing + unknown == evaluation.periods();
    boolean told =
        missing > 0 && evaluation.missing() != MissingData.IGNORE; // Silence says something.
    return nothing && !told ? state : AlarmState.OK;
  }

  private Optional<Change> become(AlarmState next, String reason) {
    if (next == state) {
      return Optional.empty();
    }
    AlarmState before = state;
    state = next;
    return Optional.of(new Change(alarm, before, next, reason));
  }

  private String reason(List<Double> breaching, int missing) {
    Evaluation evaluation = alarm.evaluation();
    return String.format(
        Locale.ROOT,
        "Threshold Crossed: of the last %d periods of %d s, %d had a value %s the threshold (%s): %s;"
            + " %d had no value, which counts as %s; %d make an alarm.",
        evaluation.periods(),
        evaluation.period().toSeconds(),
        breaching.size(),
        evaluation.comparison().words(),
        evaluation.threshold(),
        breaching,
        missing,
        evaluation.missing().id(),
        evaluation.enough());
  }
}
