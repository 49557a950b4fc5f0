package dev.darkroom.local.sweep;

import java.util.List;

/** Something that must hold of every job in the end, whatever went wrong. */
interface Invariant {
  /** What must hold, as a sentence. */
  String sentence();

  /** Where it does not hold; empty when it does. */
  List<String> violations(Ended job);
}
