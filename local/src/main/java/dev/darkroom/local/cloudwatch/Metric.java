package dev.darkroom.local.cloudwatch;

/**
 * A metric of one resource.
 *
 * @param namespace as {@code AWS/SQS}
 * @param name as {@code ApproximateNumberOfMessagesVisible}
 * @param dimension the name of its one dimension, as {@code QueueName}
 * @param resource that dimension's value
 */
public record Metric(String namespace, String name, String dimension, String resource) {}
