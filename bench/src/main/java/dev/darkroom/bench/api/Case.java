package dev.darkroom.bench.api;

/**
 * A request that is measured.
 *
 * @param title for the table
 * @param path after {@code /api}
 * @param body JSON, or empty for none
 * @param status what it must answer
 */
record Case(String title, String method, String path, String body, int status) {}
