package dev.darkroom.local.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Machine;

/**
 * The default event bus of EventBridge: matches events against rules with EventBridge's own matcher
 * and delivers them to the targets on other threads. Safe for use by several threads.
 *
 * <p>Events that wait for a retry when the bus is closed are lost; how many is logged.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-what-is.html">EventBridge</a>
 */
public final class EventBus implements AutoCloseable {
  private final String region;
  private final String accountId;
  private final Clock clock;
  private final Backoff backoff;
  private final Schedule schedule;
  private final Machine matcher = Machine.builder().build();
  private final Map<String, Rule> rules = new ConcurrentHashMap<>();

  /** A bus that retries with pauses like EventBridge's. */
  public EventBus(String region, String accountId) {
    this(region, accountId, Backoff.STANDARD);
  }

  /**
   * @param region as {@code eu-west-1}
   * @param accountId twelve digits
   * @param backoff the pauses between retries
   */
  public EventBus(String region, String accountId, Backoff backoff) {
    this(region, accountId, backoff, Clock.systemUTC(), new ThreadSchedule());
  }

  EventBus(String region, String accountId, Backoff backoff, Clock clock, Schedule schedule) {
    this.region = region;
    this.accountId = accountId;
    this.backoff = backoff;
    this.clock = clock;
    this.schedule = schedule;
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
    for (String name : matcher.rulesForJSONEvent(whole)) {
      for (Target target : rules.get(name).targets()) {
        schedule.now(new PendingDelivery(whole, ruleArn(name), target, schedule, backoff, clock));
      }
    }
  }

  /** Waits up to 2 s for deliveries that run, and ends. */
  @Override
  public void close() {
    schedule.close();
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
    whole.put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    whole.put("region", region);
    whole.putArray("resources");
    return whole.setAll(event.deepCopy());
  }
}
