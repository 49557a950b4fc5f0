package dev.darkroom.local.journal;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an {@link Outbox} keeps.
 *
 * @param number by which it is replaced and removed; later entries have greater ones
 * @param content what was given
 */
public record Entry(long number, JsonNode content) {}
