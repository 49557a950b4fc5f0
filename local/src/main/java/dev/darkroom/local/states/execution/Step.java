package dev.darkroom.local.states.execution;

/** What a state of one kind does when it is entered. */
@FunctionalInterface
interface Step {
  /**
   * Runs the state.
   *
   * @throws StatesError when the state fails
   * @throws InterruptedException when the execution has ended, or a branch beside this one failed
   */
  Exit take(Visit visit) throws InterruptedException;
}
