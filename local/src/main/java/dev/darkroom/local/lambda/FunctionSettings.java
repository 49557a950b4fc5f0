package dev.darkroom.local.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What the template says of a function.
 *
 * @param name the function's name
 * @param arn the function's ARN, without an alias
 * @param code the jar that is deployed
 * @param handler {@code package.Class::handleRequest}
 * @param environment the environment variables, handed to the handler's constructor
 * @param timeout after which an invocation fails
 * @param memoryMegabytes told to the handler, not enforced
 */
public record FunctionSettings(
    String name,
    String arn,
    Path code,
    String handler,
    Map<String, String> environment,
    Duration timeout,
    int memoryMegabytes) {}
