package dev.darkroom.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.journal.Outbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventBusTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String UPLOADS =
      """
      {"source": ["aws.s3"], "detail-type": ["Object Created"],
       "detail": {"bucket": {"name": ["up"]}, "object": {"key": [{"prefix": "uploads/"}]}}}
      """;

  private final ManualSchedule schedule = new ManualSchedule();
  private final EventBus bus =
      new EventBus(
          "eu-west-1",
          "123456789012",
          new Timing(schedule, Backoff.STANDARD, schedule),
          Outbox.NONE);
  private final List<JsonNode> delivered = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "up, uploads/a b+c%é.jpg, true",
    "up, renditions/a.jpg, false",
    "other, uploads/a.jpg, false"
  })
  void deliversWhatMatches(String bucket, String key, boolean matches) {
    bus.addRule(rule("Uploads", UPLOADS, target("a", TargetInput.EVENT)));

    bus.publish(created(bucket, key));
    schedule.runAll();

    assertThat(delivered)
        .extracting(event -> event.at("/detail/object/key").asText())
        .isEqualTo(matches ? List.of(key) : List.of());
  }

  @Test
  void fillsInWhatIsTheSameForAllEvents() {
    bus.addRule(rule("Uploads", UPLOADS, target("a", TargetInput.EVENT)));

    bus.publish(created("up", "uploads/a"));
    schedule.runAll();

    JsonNode event = delivered.get(0);
    assertThat(event.path("version").asText()).isEqualTo("0");
    assertThat(event.path("id").asText()).matches("[0-9a-f-]{36}");
    assertThat(event.path("account").asText()).isEqualTo("123456789012");
    assertThat(event.path("region").asText()).isEqualTo("eu-west-1");
    assertThat(event.path("time").asText()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(event.path("resources").toString()).isEqualTo("[\"arn:aws:s3:::up\"]");
  }

  @Test
  void keepsWhatThePublisherSays() {
    bus.addRule(rule("All", "{\"source\": [\"a\"]}", target("a", TargetInput.EVENT)));
    ObjectNode event = json("{'source':'a','detail-type':'b','detail':{},'id':'1','time':'t'}");
    ObjectNode asPublished = event.deepCopy();

    bus.publish(event);
    schedule.runAll();

    assertThat(event).isEqualTo(asPublished);
    assertThat(delivered.get(0).path("id").asText()).isEqualTo("1");
    assertThat(delivered.get(0).path("time").asText()).isEqualTo("t");
    assertThat(delivered.get(0).path("resources").isArray()).isTrue();
  }

  @Test
  void shapesTheInputOfEachTarget() {
    bus.addRule(
        rule(
            "Uploads",
            UPLOADS,
            target("path", TargetInput.path("$.detail.object.key")),
            target("list", TargetInput.path("$.resources[0]")),
            target("none", TargetInput.path("$.detail.nope")),
            target("whole", TargetInput.path("$")),
            target("constant", TargetInput.constant(json("{'a':1}")))));

    bus.publish(created("up", "uploads/a"));
    schedule.runAll();

    assertThat(delivered.subList(0, 3))
        .extracting(JsonNode::toString)
        .containsExactly("\"uploads/a\"", "\"arn:aws:s3:::up\"", "null");
    assertThat(delivered.get(3).path("source").asText()).isEqualTo("aws.s3");
    assertThat(delivered.get(4).toString()).isEqualTo("{\"a\":1}");
  }

  @Test
  void keepsWhatOneTargetDoesToAnEventFromTheOthers() {
    Target spoils =
        new Target(
            "spoils",
            "arn:spoils",
            input -> ((ObjectNode) input).removeAll(),
            TargetInput.EVENT,
            RetryPolicy.STANDARD,
            Optional.empty());
    bus.addRule(rule("Uploads", UPLOADS, spoils, target("reads", TargetInput.EVENT)));

    bus.publish(created("up", "uploads/a"));
    schedule.runAll();

    assertThat(delivered.get(0).path("source").asText()).isEqualTo("aws.s3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                     | Empty objects are not allowed",
        "{\"source\": \"aws.s3\"}               | \"source\" must be an object or an array",
        "{\"source\": [{\"prefixx\": \"a\"}]}   | Unrecognized match type prefixx",
        "{\"source\": []}                       | Empty arrays are not allowed",
      })
  void refusesAWrongPattern(String pattern, String problem) {
    assertThatThrownBy(() -> bus.addRule(rule("R", pattern, target("a", TargetInput.EVENT))))
        .isInstanceOf(InvalidRule.class)
        .hasMessageStartingWith("Rule R: the event pattern is wrong: ")
        .hasMessageContaining(problem)
        .message()
        .hasLineCount(1);
  }

  @Test
  void refusesASecondRuleOfAName() {
    bus.addRule(rule("R", UPLOADS, target("a", TargetInput.EVENT)));

    assertThatThrownBy(() -> bus.addRule(rule("R", UPLOADS, target("a", TargetInput.EVENT))))
        .isInstanceOf(InvalidRule.class)
        .hasMessage("Rule R: there is a rule of this name");
  }

  @Test
  void refusesARuleWithoutTargets() {
    assertThatThrownBy(() -> rule("R", UPLOADS))
        .isInstanceOf(InvalidRule.class)
        .hasMessage("Rule R: must have 1 to 5 targets, not 0");
  }

  @Test
  void refusesAnInputPathThatItCannotFollow() {
    assertThatThrownBy(() -> TargetInput.path("$.detail[?(@.a)]"))
        .isInstanceOf(InvalidRule.class)
        .hasMessage("The InputPath $.detail[?(@.a)] is not supported locally");
  }

  @Test
  void refusesAnEventWithoutASource() {
    assertThatThrownBy(() -> bus.publish(json("{'detail-type':'b','detail':{}}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs source");
  }

  @Test
  void namesItsRules() {
    assertThat(bus.ruleArn("R")).isEqualTo("arn:aws:events:eu-west-1:123456789012:rule/R");
    assertThat(bus.arn()).isEqualTo("arn:aws:events:eu-west-1:123456789012:event-bus/default");
  }

  private static ObjectNode created(String bucket, String key) {
    return new S3Events("123456789012")
        .objectCreated(bucket, key, 5, "\"b1946ac9\"", null, "0064D3901D", "PutObject");
  }

  private Target target(String id, TargetInput input) {
    return new Target(
        id, "arn:" + id, delivered::add, input, RetryPolicy.STANDARD, Optional.empty());
  }

  private static Rule rule(String name, String pattern, Target... targets) {
    return new Rule(name, json(pattern), List.of(targets));
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
