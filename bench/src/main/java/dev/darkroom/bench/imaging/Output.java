package dev.darkroom.bench.imaging;

/**
 * A rendition as one way made it.
 *
 * @param bytes the size of the file
 * @param likeness to the reference, mean SSIM of luma; NaN when the rendition is not of its size,
 *     as when it is not upright
 */
record Output(long bytes, double likeness) {}
