package dev.darkroom.local.sweep;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A call that a function may make, and what is to go wrong with it. */
final class Ticket {
  private final Call call;
  private final Optional<Fault> fault;
  private final AtomicBoolean used = new AtomicBoolean();

  Ticket(Call call, Optional<Fault> fault) {
    this.call = call;
    this.fault = fault;
  }

  Call call() {
    return call;
  }

  /**
   * What goes wrong with the request that is sent now. The JDK sends a request again, unasked, when
   * a connection breaks that it had used before; that is another one.
   */
  Optional<Kind> take() {
    boolean again = used.getAndSet(true);
    return fault.filter(each -> each.lasting() || !again).map(Fault::kind);
  }
}
