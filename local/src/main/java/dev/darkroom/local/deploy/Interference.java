package dev.darkroom.local.deploy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What a trial does to the embedded cloud, to see what it takes.
 *
 * @param pace how many times shorter waits are than on AWS, at least 1: those before the retries of
 *     the state machine, of the event bus and of asynchronous invocations; time-outs stay as they
 *     are
 * @param events stands between S3 and Step Functions on one side and the event bus on the other: it
 *     may keep events back, repeat them and change their order
 */
public record Interference(double pace, UnaryOperator<Consumer<ObjectNode>> events) {
  /** No interference. */
  public static final Interference NONE = new Interference(1, UnaryOperator.identity());

  public Interference {
    if (!(pace >= 1)) {
      throw new IllegalArgumentException("The pace is 1 or more, not " + pace + ".");
    }
  }
}
