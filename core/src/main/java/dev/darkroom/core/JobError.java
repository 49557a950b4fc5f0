package dev.darkroom.core;

/**
 * Why a job was rejected or failed.
 *
 * @param code for programs, in capitals: {@code TRUNCATED}
 * @param detail for people: what is wrong and what to do
 * @param failure what an operator looks for first; null when the file is to blame
 */
public record JobError(String code, String detail, Failure failure) {

  /** What is wrong with a file. */
  public JobError(String code, String detail) {
    this(code, detail, null);
  }
}
