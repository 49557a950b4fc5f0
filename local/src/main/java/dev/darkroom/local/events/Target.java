package dev.darkroom.local.events;

import java.util.Optional;

/**
 * A target of a rule.
 *
 * @param id its id within the rule
 * @param arn the ARN of what events are delivered to
 * @param delivery how they are delivered
 * @param input what is delivered
 * @param retryPolicy how long a delivery is retried
 * @param deadLetters where events go that cannot be delivered; without, they are dropped
 */
public record Target(
    String id,
    String arn,
    Delivery delivery,
    TargetInput input,
    RetryPolicy retryPolicy,
    Optional<DeadLetters> deadLetters) {}
