package dev.darkroom.local.lambda.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers which of its instances it is; the event says how. */
public final class Numbered implements RequestHandler<Map<String, String>, Map<String, Integer>> {
  private static final AtomicInteger instances = new AtomicInteger();
  private static final CyclicBarrier pair = new CyclicBarrier(2);

  private final int number = instances.incrementAndGet();

  public Numbered(Map<String, String> environment) {}

  @Override
  public Map<String, Integer> handleRequest(Map<String, String> event, Context context) {
    switch (event.getOrDefault("how", "at once")) {
      case "with another" -> meet();
      case "throwing" -> throw new IllegalStateException("as told");
      case "overflowing" -> throw new StackOverflowError("as told");
      default -> {
        // At once.
      }
    }
    return Map.of("instance", number);
  }

  private static void meet() {
    try {
      pair.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("Nobody else came.", e);
    }
  }
}
