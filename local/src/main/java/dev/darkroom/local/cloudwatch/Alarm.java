package dev.darkroom.local.cloudwatch;

import java.util.List;

/**
 * An alarm as it was declared.
 *
 * @param description what to do when it is raised
 * @param alarmActions the topics that are told when it is raised
 * @param okActions the topics that are told when it is over
 */
public record Alarm(
    String name,
    String description,
    Metric metric,
    Evaluation evaluation,
    List<String> alarmActions,
    List<String> okActions) {

  List<String> actions(AlarmState state) {
    return switch (state) {
      case ALARM -> alarmActions;
      case OK -> okActions;
      case INSUFFICIENT_DATA -> List.of();
    };
  }
}
