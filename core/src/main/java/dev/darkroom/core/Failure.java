package dev.darkroom.core;

/**
 * Where and of what an execution failed.
 *
 * @param step the state that it stood in, as {@code DetectLabels}; null when that is not known
 * @param error the error's name, as the state machine saw it; null when it gave none
 * @param cause what happened, for people: one line of at most 500 characters; null when nothing is
 *     known
 */
public record Failure(String step, String error, String cause) {}
