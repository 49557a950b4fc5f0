package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** How a flow comes from one place to another; each has the event that tells of it. */
sealed interface Move {
  void apply(Place place, HistoryEvent event);

  /** Adds to a journal's line what the event does not say. */
  void write(ObjectNode line);

  /** An event that leaves the flow where it is. */
  record Stay() implements Move {
    @Override
    public void apply(Place place, HistoryEvent event) {}

    @Override
    public void write(ObjectNode line) {}
  }

  /** A state is entered. */
  record Enter(String state, JsonNode input) implements Move {
    @Override
    public void apply(Place place, HistoryEvent event) {
      place.entered(state, input, event);
    }

    @Override
    public void write(ObjectNode line) {}
  }

  /** A state is left. */
  record Leave(Optional<String> next, JsonNode output, Map<String, JsonNode> assigned)
      implements Move {
    @Override
    public void apply(Place place, HistoryEvent event) {
      place.left(next, output, assigned);
    }

    @Override
    public void write(ObjectNode line) {
      next.ifPresent(name -> line.put("next", name));
    }
  }

  /** A Parallel or Map state begins an attempt. */
  record Split(Fork fork) implements Move {
    @Override
    public void apply(Place place, HistoryEvent event) {
      place.forked(fork);
    }

    @Override
    public void write(ObjectNode line) {
      line.set("data", fork.data());
      line.put("branches", fork.branches().size());
    }
  }
}
