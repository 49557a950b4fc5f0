package dev.darkroom.imaging.format;

/**
 * How four samples a pixel stand for cyan, magenta, yellow and black.
 *
 * @param ycck whether the first three are YCbCr of the inverted inks, as Adobe's transform 2 says
 * @param inverted whether 255 is no ink: what Adobe writes into a JPEG
 */
public record Inks(boolean ycck, boolean inverted) {}
