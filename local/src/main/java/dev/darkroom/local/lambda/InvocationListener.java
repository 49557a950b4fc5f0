package dev.darkroom.local.lambda;

/** Is told of invocations; called on many threads at once. */
@FunctionalInterface
public interface InvocationListener {
  /**
   * Is told that an invocation has ended.
   *
   * @param function the function's name
   * @param failed whether its caller was told an error
   */
  void ended(String function, boolean failed);
}
