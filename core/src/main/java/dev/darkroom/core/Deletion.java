package dev.darkroom.core;

import java.util.Optional;

/**
 * An image whose record is deleted.
 *
 * @param ref which one
 * @param originalKey where the original was put; empty once all objects are known to be gone
 */
public record Deletion(JobRef ref, Optional<String> originalKey) {}
