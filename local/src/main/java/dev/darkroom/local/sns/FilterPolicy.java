package dev.darkroom.local.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import software.amazon.event.ruler.Machine;

/**
 * Decides which messages a subscription gets, by AWS's own event-ruler.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html">SNS
 *     subscription filter policies</a>
 */
final class FilterPolicy {
  /** What of a message a policy looks at. */
  enum Scope {
    MESSAGE_ATTRIBUTES("MessageAttributes"),
    MESSAGE_BODY("MessageBody");

    private final String id;

    Scope(String id) {
      this.id = id;
    }

    String id() {
      return id;
    }

    static Scope of(String id) throws InvalidAttribute {
      return Arrays.stream(values())
          .filter(scope -> scope.id.equals(id))
          .findFirst()
          .orElseThrow(
              () ->
                  new InvalidAttribute(
                      "FilterPolicyScope: Invalid value ["
                          + id
                          + "]. Please use either MessageBody or MessageAttributes"));
    }
  }

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private final Scope scope;
  private final Machine machine = Machine.builder().build();

  private FilterPolicy(Scope scope, JsonNode policy) {
    this.scope = scope;
    try {
      machine.addRule("policy", policy.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a policy.
   *
   * @throws InvalidAttribute when SNS would refuse it
   */
  static FilterPolicy of(String json, Scope scope) throws InvalidAttribute {
    JsonNode policy;
    try {
      policy = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new InvalidAttribute("FilterPolicy: failed to parse JSON. " + e.getOriginalMessage());
    }
    FilterPolicyRules.check(policy, scope);
    return new FilterPolicy(scope, policy);
  }

  boolean accepts(Message message, Protocol protocol) {
    return scope == Scope.MESSAGE_BODY
        ? acceptsBody(message.text(protocol))
        : matches(AttributeEvent.of(message.attributes()));
  }

  private boolean acceptsBody(String body) {
    try {
      JsonNode event = JSON.readTree(body);
      return event.isObject() && matches(event);
    } catch (JsonProcessingException e) {
      // Filtered on its body, a message that is no JSON is not delivered; that is SNS's rule.
      return false;
    }
  }

  private boolean matches(JsonNode event) {
    return !machine.rulesForJSONEvent(event).isEmpty();
  }
}
