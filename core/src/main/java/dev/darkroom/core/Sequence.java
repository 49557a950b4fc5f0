package dev.darkroom.core;

/**
 * A file of more than one picture, such as an animation or a document of pages.
 *
 * @param frames how many frames or pages the file holds, 2 or more
 * @param used how many of them were used: the first alone
 */
public record Sequence(int frames, int used) {}
