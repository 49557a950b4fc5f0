package dev.darkroom.core;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a job that is PROCESSING does not go on for now. */
public enum Wait {
  /** Rekognition is at its quota; the state machine asks again by itself, for hours if need be. */
  @JsonProperty("labels")
  LABELS
}
