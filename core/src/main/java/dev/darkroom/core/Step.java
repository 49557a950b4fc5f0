package dev.darkroom.core;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;

/** The steps of the workflow, in their order; named as the states of the state machine are. */
public enum Step {
  @JsonProperty("Validate")
  VALIDATE("Validate"),
  @JsonProperty("Resize")
  RESIZE("Resize"),
  @JsonProperty("DetectLabels")
  DETECT_LABELS("DetectLabels"),
  @JsonProperty("Persist")
  PERSIST("Persist"),
  @JsonProperty("Notify")
  NOTIFY("Notify");

  private final String stateName;

  Step(String stateName) {
    this.stateName = stateName;
  }

  /** The name of the state that runs this step. */
  public String stateName() {
    return stateName;
  }

  /**
   * The step that a job goes on with.
   *
   * @param finished the last step that finished, or null when none did
   */
  public static Step after(Step finished) {
    return Arrays.stream(values())
        .filter(step -> finished == null || step.earlier().contains(finished))
        .findFirst()
        .orElse(NOTIFY);
  }

  /** The steps that come before this one. */
  public List<Step> earlier() {
    return Arrays.stream(values()).takeWhile(step -> step != this).toList();
  }
}
