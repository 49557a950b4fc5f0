package dev.darkroom.core;

import java.time.Instant;

/**
 * What somebody wrote under an image.
 *
 * @param imageId the image
 * @param commentId a ULID
 * @param author the {@code sub} of who wrote it
 * @param text plain text, as it was written
 * @param createdAt when
 */
public record Comment(
    String imageId, String commentId, String author, String text, Instant createdAt) {}
