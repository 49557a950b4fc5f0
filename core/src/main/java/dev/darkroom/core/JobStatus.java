package dev.darkroom.core;

/** Where a job stands. */
public enum JobStatus {
  /** Announced by {@code POST /uploads}; the object has not arrived yet. */
  AWAITING_UPLOAD,
  /** An execution holds the job. */
  PROCESSING,
  /** Renditions and labels are made and recorded. */
  COMPLETED,
  /** The file cannot be processed; the uploader is told why. */
  REJECTED,
  /** The system failed; the job can be redriven. */
  FAILED;

  /** Whether nothing changes any more, unless an operator redrives the job. */
  public boolean isFinal() {
    return this == COMPLETED || this == REJECTED || this == FAILED;
  }
}
