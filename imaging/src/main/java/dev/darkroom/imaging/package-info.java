/**
 * Turns the bytes of an upload into upright sRGB renditions: probe, decode, orient, resize, encode.
 *
 * <p>It knows nothing of AWS and keeps no state. A file that it refuses becomes an {@link
 * dev.darkroom.imaging.UnreadableImage}; a failing stream stays an {@link java.io.IOException}.
 */
package dev.darkroom.imaging;
