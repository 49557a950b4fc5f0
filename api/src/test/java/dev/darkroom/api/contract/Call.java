package dev.darkroom.api.contract;

import java.util.Map;

/**
 * The operation that a request goes to.
 *
 * @param route as {@code GET /api/jobs/{jobId}}
 * @param pathParameters decoded
 */
public record Call(String route, Map<String, String> pathParameters) {}
