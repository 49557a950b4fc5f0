package dev.darkroom.local.states.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The errors that a retrier or catcher is for.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">
 *     Handling errors</a>
 */
public record ErrorEquals(List<String> names) {
  /** Any error but those that end an execution whatever its catchers say. */
  public static final String ALL = "States.ALL";

  /** Any error that {@link #ALL} matches, but no timeout. */
  public static final String TASK_FAILED = "States.TaskFailed";

  public static final String TIMEOUT = "States.Timeout";
  public static final String RUNTIME = "States.Runtime";
  public static final String DATA_LIMIT_EXCEEDED = "States.DataLimitExceeded";
  public static final String NO_CHOICE_MATCHED = "States.NoChoiceMatched";
  public static final String QUERY_EVALUATION_ERROR = "States.QueryEvaluationError";

  static ErrorEquals read(Fields fields, boolean last) {
    List<String> names = new ArrayList<>();
    for (JsonNode name : fields.required("ErrorEquals")) {
      names.add(name.asText());
    }
    if (names.isEmpty()) {
      throw fields.wrong("ErrorEquals", "At least one error name is required");
    } else if (names.contains(ALL) && (names.size() > 1 || !last)) {
      throw fields.wrong("ErrorEquals", ALL + " must stand alone, and in the last element");
    }
    return new ErrorEquals(List.copyOf(names));
  }

  /** Whether an error of this name is meant; States.Runtime never is. */
  public boolean matches(String error) {
    if (error.equals(RUNTIME)) {
      return false;
    } else if (names.contains(error)) {
      return true;
    }
    boolean terminal = error.equals(DATA_LIMIT_EXCEEDED);
    return !terminal
        && (names.contains(ALL) || (names.contains(TASK_FAILED) && !error.equals(TIMEOUT)));
  }
}
