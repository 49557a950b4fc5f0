package dev.darkroom.local.sns;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import software.amazon.event.ruler.JsonRuleCompiler;

/**
 * What SNS allows in a filter policy: the patterns of event-ruler, less some, within limits.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html">Filter
 *     policy constraints</a>
 */
final class FilterPolicyRules {
  private static final int MOST_KEYS = 5;
  private static final int MOST_COMBINATIONS = 150;
  private static final String OR = "$or";
  // event-ruler knows these, SNS does not.
  private static final Set<String> EVENTBRIDGE_ONLY = Set.of("wildcard", "exactly");

  private FilterPolicyRules() {}

  static void check(JsonNode policy, FilterPolicy.Scope scope) throws InvalidAttribute {
    // event-ruler reads with line and column, and so words its refusals as SNS does.
    String refusal = JsonRuleCompiler.check(policy.toString());
    if (refusal != null) {
      throw new InvalidAttribute("FilterPolicy: " + refusal);
    }
    if (policy.size() > MOST_KEYS) {
      throw new InvalidAttribute("FilterPolicy: Filter policy can not have more than 5 keys");
    }
    checkObject(policy, scope);
    if (combinations(policy, 1) > MOST_COMBINATIONS) {
      throw new InvalidAttribute("FilterPolicy: Filter policy is too complex");
    }
  }

  private static void checkObject(JsonNode object, FilterPolicy.Scope scope)
      throws InvalidAttribute {
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      JsonNode value = entry.getValue();
      if (entry.getKey().equals(OR)) {
        for (JsonNode branch : value) {
          checkObject(branch, scope);
        }
      } else if (value.isArray()) {
        for (JsonNode pattern : value) {
          checkPattern(pattern);
        }
      } else if (scope == FilterPolicy.Scope.MESSAGE_ATTRIBUTES) {
        throw new InvalidAttribute(
            "Filter policy scope MessageAttributes does not support nested filter policy");
      } else {
        checkObject(value, scope);
      }
    }
  }

  private static void checkPattern(JsonNode pattern) throws InvalidAttribute {
    for (Map.Entry<String, JsonNode> operator : pattern.properties()) {
      String name = operator.getKey();
      if (EVENTBRIDGE_ONLY.contains(name)) {
        throw new InvalidAttribute("FilterPolicy: Unrecognized match type " + name);
      }
      if (!operator.getValue().isObject()) {
        continue;
      }
      if (!name.equals("anything-but")) {
        throw new InvalidAttribute("FilterPolicy: " + name + " match pattern must be a string");
      }
      for (Map.Entry<String, JsonNode> inner : operator.getValue().properties()) {
        if (!inner.getKey().equals("prefix") || !inner.getValue().isTextual()) {
          throw new InvalidAttribute(
              "FilterPolicy: Unsupported anything-but pattern: " + inner.getKey());
        }
      }
    }
  }

  /**
   * The product of the number of values of each key, each times its depth; branches of an {@code
   * $or} add up. Stops counting above the limit, so it cannot overflow.
   */
  private static int combinations(JsonNode object, int depth) {
    int product = 1;
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      JsonNode value = entry.getValue();
      int factor = 0;
      if (entry.getKey().equals(OR)) {
        for (JsonNode branch : value) {
          factor = capped(factor + combinations(branch, depth));
        }
      } else if (value.isArray()) {
        factor = capped(value.size() * depth);
      } else {
        factor = combinations(value, depth + 1);
      }
      product = capped(product * factor);
    }
    return product;
  }

  private static int capped(int count) {
    return Math.min(count, MOST_COMBINATIONS + 1);
  }
}
