package dev.darkroom.local.states.asl;

import java.util.Map;

/**
 * States that follow each other: those of a machine, of a branch, or of a Map's item processor.
 *
 * @param states by name, in the order of the definition
 */
public record Flow(String startAt, Map<String, State> states) {}
