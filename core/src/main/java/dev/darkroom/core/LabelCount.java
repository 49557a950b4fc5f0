package dev.darkroom.core;

/**
 * A label of an owner's images.
 *
 * @param label its name
 * @param images how many of the owner's completed images bear it, 1 or more
 */
public record LabelCount(String label, long images) {}
