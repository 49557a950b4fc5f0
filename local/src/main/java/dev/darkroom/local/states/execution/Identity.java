package dev.darkroom.local.states.execution;

/**
 * The names of an execution.
 *
 * @param arn the execution's own
 * @param roleArn the role under which the machine runs
 */
public record Identity(
    String arn, String name, String machineArn, String machineName, String roleArn) {}
