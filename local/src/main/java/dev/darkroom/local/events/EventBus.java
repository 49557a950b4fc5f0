package dev.darkroom.local.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.journal.Outbox;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Machine;

/**
 * The default event bus of EventBridge: matches events against rules with EventBridge's own matcher
 * and delivers them to the targets on other threads. Safe for use by several threads.
 *
 * <p>What a target did not take yet is kept in an outbox, and delivered by {@link #resume} of the
 * next process: at least once, as EventBridge does.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-what-is.html">EventBridge</a>
 */
public final class EventBus implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EventBus.class);

  private final String region;
  private final String accountId;
  private final Timing timing;
  private final KeptDeliveries kept;
  private final Machine matcher = Machine.builder().build();
  private final Map<String, Rule> rules = new ConcurrentHashMap<>();

  /**
   * @param region as {@code eu-west-1}
   * @param accountId twelve digits
   * @param backoff the pauses between retries
   * @param outbox keeps each event, for each target, until it was delivered or given up
   */
  public EventBus(String region, String accountId, Backoff backoff, Outbox outbox) {
    this(region, accountId, new Timing(new ThreadSchedule(), backoff, Clock.systemUTC()), outbox);
  }

  EventBus(String region, String accountId, Timing timing, Outbox outbox) {
    this.region = region;
    this.accountId = accountId;
    this.timing = timing;
    this.kept = new KeptDeliveries(outbox);
  }

  /** The ARN of the bus. */
  public String arn() {
    return "arn:aws:events:" + region + ":" + accountId + ":event-bus/default";
  }

  /** The ARN of a rule of this bus. */
  public String ruleArn(String rule) {
    return "arn:aws:events:" + region + ":" + accountId + ":rule/" + rule;
  }

  /**
   * Adds a rule; it applies to events published from now on.
   *
   * @throws InvalidRule when the pattern is wrong, or there is a rule of this name
   */
  public synchronized void addRule(Rule rule) {
    String pattern = rule.eventPattern().toString();
    String problem = JsonRuleCompiler.check(pattern);
    if (problem != null) {
      // The lines below the first tell where in Jackson's buffer it stands.
      String what = problem.lines().findFirst().orElse(problem);
      throw new InvalidRule("Rule " + rule.name() + ": the event pattern is wrong: " + what);
    }
    if (rules.putIfAbsent(rule.name(), rule) != null) {
      throw new InvalidRule("Rule " + rule.name() + ": there is a rule of this name");
    }
    try {
      matcher.addRule(rule.name(), pattern);
    } catch (IOException e) {
      throw new IllegalStateException("A pattern that was checked does not compile", e);
    }
  }

  /**
   * Publishes an event, and returns without waiting for its delivery.
   *
   * @param event {@code source}, {@code detail-type} and {@code detail}; {@code version}, {@code
   *     id}, {@code account}, {@code time}, {@code region} and {@code resources} are filled in
   *     where absent. It is copied.
   * @throws IllegalArgumentException when the event lacks what it must have
   */
  public void publish(ObjectNode event) {
    ObjectNode whole = whole(event);
    Instant published = timing.clock().instant();
    for (String name : matcher.rulesForJSONEvent(whole)) {
      for (Target target : rules.get(name).targets()) {
        deliver(kept.add(whole, published, name, target.id()), target);
      }
    }
  }

  /**
   * Delivers what earlier processes published and did not deliver; call it once, when all rules are
   * there and their targets can work. An event whose rule or target is gone is dropped.
   */
  public void resume() {
    for (KeptDelivery delivery : kept.leftovers()) {
      Optional<Target> target =
          Optional.ofNullable(rules.get(delivery.rule()))
              .flatMap(rule -> rule.target(delivery.targetId()));
      if (target.isPresent()) {
        deliver(delivery, target.get());
      } else {
        log.warn("Event {} is dropped: {} is gone", delivery.eventId(), delivery.rule());
        kept.remove(delivery);
      }
    }
  }

  /** Waits up to 2 s for deliveries that run, and ends. */
  @Override
  public void close() {
    timing.schedule().close();
  }

  private void deliver(KeptDelivery delivery, Target target) {
    String arn = ruleArn(delivery.rule());
    timing
        .schedule()
        .now(new PendingDelivery(delivery, arn, target, timing, () -> kept.remove(delivery)));
  }

  private ObjectNode whole(ObjectNode event) {
    if (!event.path("source").isTextual()
        || !event.path("detail-type").isTextual()
        || !event.path("detail").isObject()) {
      throw new IllegalArgumentException("An event needs source, detail-type and detail: " + event);
    }
    ObjectNode whole = event.objectNode();
    whole.put("version", "0");
    whole.put("id", UUID.randomUUID().toString());
    whole.set("detail-type", event.get("detail-type"));
    whole.set("source", event.get("source"));
    whole.put("account", accountId);
    whole.put("time", timing.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString());
    whole.put("region", region);
    whole.putArray("resources");
    return whole.setAll(event.deepCopy());
  }
}
