package dev.darkroom.core;

/**
 * The most that a user may upload.
 *
 * @param uploadsPerHour files, in a clock hour of UTC
 * @param bytesPerDay bytes as announced, in a day of UTC
 */
public record UploadAllowance(long uploadsPerHour, long bytesPerDay) {}
