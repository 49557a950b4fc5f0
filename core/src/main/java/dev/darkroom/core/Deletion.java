package dev.darkroom.core;

import java.util.Optional;

/**
 * An image whose record is deleted.
 *
 * @param ref which one
 * @param original where the original was put; empty once all objects are known to be gone
 */
public record Deletion(JobRef ref, Optional<Original> original) {}
