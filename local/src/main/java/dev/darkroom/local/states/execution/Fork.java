package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One attempt of a Parallel or Map state.
 *
 * @param data what the branches are made from: a Parallel's input of each, a Map's array of items
 * @param branches where each branch stands
 */
record Fork(JsonNode data, List<Place> branches) {
  static Fork of(Place place, JsonNode data, int count) {
    return new Fork(data, IntStream.range(0, count).mapToObj(place::branch).toList());
  }
}
