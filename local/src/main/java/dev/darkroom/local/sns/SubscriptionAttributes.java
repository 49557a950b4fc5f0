package dev.darkroom.local.sns;

import static java.util.Locale.ROOT;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The attributes of a subscription that Subscribe and SetSubscriptionAttributes can set. */
final class SubscriptionAttributes {
  private static final String FILTER_POLICY = "FilterPolicy";
  private static final String FILTER_POLICY_SCOPE = "FilterPolicyScope";
  private static final String RAW_MESSAGE_DELIVERY = "RawMessageDelivery";
  private static final Set<String> NAMES =
      Set.of(FILTER_POLICY, FILTER_POLICY_SCOPE, RAW_MESSAGE_DELIVERY);
  private static final Set<String> ON_AWS_ONLY =
      Set.of("DeliveryPolicy", "RedrivePolicy", "ReplayPolicy", "SubscriptionRoleArn");

  private final Protocol protocol;
  private final Map<String, String> values;
  private final Optional<FilterPolicy> filterPolicy;

  private SubscriptionAttributes(Protocol protocol, Map<String, String> values)
      throws InvalidAttribute {
    this.protocol = protocol;
    this.values = Map.copyOf(values);
    FilterPolicy.Scope scope =
        FilterPolicy.Scope.of(
            values.getOrDefault(FILTER_POLICY_SCOPE, FilterPolicy.Scope.MESSAGE_ATTRIBUTES.id()));
    String policy = values.get(FILTER_POLICY);
    this.filterPolicy =
        policy == null ? Optional.empty() : Optional.of(FilterPolicy.of(policy, scope));
  }

  static SubscriptionAttributes of(Protocol protocol, Map<String, String> given)
      throws InvalidAttribute {
    return new SubscriptionAttributes(protocol, Map.of()).with(given);
  }

  /** These attributes with some changed. An empty policy, as {@code {}}, takes the filter away. */
  SubscriptionAttributes with(Map<String, String> changes) throws InvalidAttribute {
    Map<String, String> changed = new HashMap<>(values);
    for (Map.Entry<String, String> change : changes.entrySet()) {
      String name = change.getKey();
      String value = change.getValue();
      check(name, value);
      if (name.equals(FILTER_POLICY) && value.replaceAll("\\s", "").matches("(\\{})?")) {
        changed.remove(name);
      } else {
        changed.put(name, name.equals(RAW_MESSAGE_DELIVERY) ? value.toLowerCase(ROOT) : value);
      }
    }
    return new SubscriptionAttributes(protocol, changed);
  }

  /** Whether a subscription with these attributes is what the caller of Subscribe asks for. */
  boolean agreeWith(SubscriptionAttributes asked) {
    return asked.values.entrySet().stream()
        .allMatch(entry -> entry.getValue().equals(shown().get(entry.getKey())));
  }

  /** All attributes in text, as GetSubscriptionAttributes shows them. */
  Map<String, String> shown() {
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put(RAW_MESSAGE_DELIVERY, Boolean.toString(rawMessageDelivery()));
    if (filterPolicy.isPresent()) {
      shown.put(FILTER_POLICY_SCOPE, FilterPolicy.Scope.MESSAGE_ATTRIBUTES.id());
    }
    shown.putAll(values);
    return shown;
  }

  boolean rawMessageDelivery() {
    return Boolean.parseBoolean(values.get(RAW_MESSAGE_DELIVERY));
  }

  boolean filtered() {
    return filterPolicy.isPresent();
  }

  boolean accept(Message message) {
    return filterPolicy.isEmpty() || filterPolicy.get().accepts(message, protocol);
  }

  private void check(String name, String value) throws InvalidAttribute {
    if (ON_AWS_ONLY.contains(name)) {
      throw new InvalidAttribute(name + " is not supported locally");
    }
    if (!NAMES.contains(name)) {
      throw new InvalidAttribute("AttributeName");
    }
    if (!name.equals(RAW_MESSAGE_DELIVERY)) {
      return;
    }
    if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
      throw new InvalidAttribute(name + ": Invalid value [" + value + "]. Must be true or false.");
    }
    if (Boolean.parseBoolean(value) && protocol.mail()) {
      throw new InvalidAttribute(
          "Delivery protocol [" + protocol.id() + "] does not support raw message delivery.");
    }
  }
}
