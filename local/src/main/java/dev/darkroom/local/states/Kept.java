package dev.darkroom.local.states;

import dev.darkroom.local.states.execution.Execution;
import java.lang.ref.WeakReference;
import java.util.Optional;

/**
 * An execution that is kept: held in memory, or released, with a summary in its place. A released
 * one may still be in use; nobody reads it again before that has ended, so that there never are two
 * of it. Not safe on many threads.
 */
final class Kept {
  private final long number;
  private Execution held;
  private WeakReference<Execution> inUse;
  private Summary released;

  Kept(long number, Execution execution) {
    this.number = number;
    hold(execution);
  }

  long number() {
    return number;
  }

  void hold(Execution execution) {
    held = execution;
    inUse = new WeakReference<>(execution);
    released = null;
  }

  void release(Execution execution) {
    hold(execution);
    released = Summary.of(execution);
    held = null;
  }

  /** The execution, when it is held. */
  Optional<Execution> held() {
    return Optional.ofNullable(held);
  }

  /** The execution, when it is held or in use. */
  Optional<Execution> inMemory() {
    return Optional.ofNullable(inUse.get());
  }

  /** Whether it is this one, and not another of the same name. */
  boolean is(Execution execution) {
    return inUse.get() == execution;
  }

  Summary summary() {
    return inMemory().map(Summary::of).orElse(released);
  }
}
