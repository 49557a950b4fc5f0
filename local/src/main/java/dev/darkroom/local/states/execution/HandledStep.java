package dev.darkroom.local.states.execution;

import dev.darkroom.local.states.asl.Catcher;
import dev.darkroom.local.states.asl.Handling;
import dev.darkroom.local.states.jsonata.Bindings;
import java.time.Duration;
import java.util.Optional;

/** Runs a state that has retriers and catchers around each attempt. */
final class HandledStep implements Step {
  private final Step attempt;
  private final Handling handling;

  HandledStep(Step attempt, Handling handling) {
    this.attempt = attempt;
    this.handling = handling;
  }

  @Override
  public Exit take(Visit visit) throws InterruptedException {
    Retries retries = new Retries(handling.retriers(), visit.run().random());
    if (visit.backoff().isPresent()) {
      Backoff backoff = visit.backoff().get();
      retries.goOnFrom(backoff.attempts());
      visit.pauseAgain(backoff);
    }
    while (true) {
      try {
        return attempt.take(visit);
      } catch (StatesError error) {
        Optional<Duration> delay = retries.after(error);
        if (delay.isEmpty()) {
          return caught(visit, error);
        }
        visit.pause(delay.get(), retries.attempts());
      }
    }
  }

  private Exit caught(Visit visit, StatesError error) {
    for (Catcher catcher : handling.catchers()) {
      if (catcher.errors().matches(error.error())) {
        Bindings bindings = visit.bindings().with("errorOutput", error.output());
        return visit.exit(catcher.effects(), bindings, error.output(), Optional.of(catcher.next()));
      }
    }
    throw error;
  }
}
