package dev.darkroom.local.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.local.sqs.MessageAttribute;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterPolicyTest {

  @ParameterizedTest(name = "{0} accepts {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # exact
          {"s": ["a", "b"]}                                  | s=String:b                          | true
          {"s": ["a", "b"]}                                  | s=String:B                          | false
          {"s": ["a"]}                                       |                                     | false
          {"s": ["a"], "t": ["x"]}                           | s=String:a                          | false
          {"s": ["a"], "t": ["x"]}                           | s=String:a; t=String:x; u=String:y  | true
          {"s": ["größe 📷"]}                                | s=String:größe 📷                   | true
          {"s": ["1"]}                                       | s=Number:1                          | false
          {"s": [1]}                                         | s=String:1                          | false
          {"s": ["true"]}                                    | s=String:true                       | true
          {"s": [true]}                                      | s=String:true                       | false
          # prefix, suffix, case
          {"s": [{"prefix": "up"}]}                          | s=String:uploads                    | true
          {"s": [{"prefix": "up"}]}                          | s=String:sup                        | false
          {"s": [{"suffix": ".jpg"}]}                        | s=String:a.jpg                      | true
          {"s": [{"suffix": ".jpg"}]}                        | s=String:a.JPG                      | false
          {"s": [{"equals-ignore-case": "ab"}]}              | s=String:AB                         | true
          # anything-but
          {"s": [{"anything-but": ["a", "b"]}]}              | s=String:c                          | true
          {"s": [{"anything-but": ["a", "b"]}]}              | s=String:a                          | false
          {"s": [{"anything-but": "a"}]}                     | s=String:a                          | false
          {"s": [{"anything-but": ["a"]}]}                   | t=String:c                          | false
          {"s": [{"anything-but": [100, 500]}]}              | s=Number:100.1                      | true
          {"s": [{"anything-but": [100, 500]}]}              | s=Number:100                        | false
          {"s": [{"anything-but": [100, 500]}]}              | s=String.Array:[100, 50]            | true
          {"s": [{"anything-but": {"prefix": "order-"}}]}    | s=String:order_number               | true
          {"s": [{"anything-but": {"prefix": "order-"}}]}    | s=String:order-cancelled            | false
          # numbers
          {"n": [301.5]}                                     | n=Number:3.015e2                    | true
          {"n": [{"numeric": ["=", 301.5]}]}                 | n=Number:301.50                     | true
          {"n": [{"numeric": [">", 0, "<=", 100]}]}          | n=Number:100                        | true
          {"n": [{"numeric": [">", 0, "<=", 100]}]}          | n=Number:0                          | false
          {"n": [{"numeric": [">", 0, "<=", 100]}]}          | n=Number:100.00001                  | false
          {"n": [{"numeric": ["<", -1]}]}                    | n=Number:-1.5                       | true
          {"n": [{"numeric": [">", 0]}]}                     | n=String:5                          | false
          {"n": [123456789012]}                              | n=Number:123456789012               | true
          # exists
          {"s": [{"exists": true}]}                          | s=String:x                          | true
          {"s": [{"exists": true}]}                          | t=String:x                          | false
          {"s": [{"exists": false}]}                         | t=String:x                          | true
          {"s": [{"exists": false}]}                         |                                     | true
          {"s": [{"exists": false}]}                         | s=Number:1                          | false
          {"s": [{"exists": true}]}                          | s=String.Array:["x"]                | true
          # arrays, each element by itself
          {"s": ["rugby", "tennis"]}                         | s=String.Array:["golf", "rugby"]    | true
          {"s": ["rugby", "tennis"]}                         | s=String.Array:["golf"]             | false
          {"s": [{"anything-but": ["rugby"]}]}               | s=String.Array:["rugby", "golf"]    | true
          {"s": [{"anything-but": ["rugby"]}]}               | s=String.Array:["rugby"]            | false
          {"s": [{"numeric": [">", 5]}]}                     | s=String.Array:[1, 10]              | true
          {"s": [true]}                                      | s=String.Array:[true, "x"]          | true
          {"s": [null]}                                      | s=String.Array:[null]               | true
          {"s": ["x"]}                                       | s=String.Array:["x"                 | false
          {"s": [{"exists": true}]}                          | s=String.Array:no array             | true
          # $or
          {"$or": [{"s": ["a"]}, {"n": [1]}]}                | n=Number:1                          | true
          {"$or": [{"s": ["a"]}, {"n": [1]}]}                | s=String:b; n=Number:2              | false
          {"t": ["x"], "$or": [{"s": ["a"]}, {"n": [1]}]}    | s=String:a                          | false
          {"t": ["x"], "$or": [{"s": ["a"]}, {"n": [1]}]}    | s=String:a; t=String:x              | true
          # types that SNS does not compare
          {"b": [{"exists": true}]}                          | b=Binary:AA==                       | false
          {"s": ["a"]}                                       | s=String.custom:a                   | false
          # names
          {"a.b": ["x"]}                                     | a.b=String:x                        | true
          {"a.b": ["x"]}                                     | b=String:x                          | false
          """)
  void matchesAttributes(String policy, String attributes, boolean accepted) throws Exception {
    FilterPolicy filter = FilterPolicy.of(policy, FilterPolicy.Scope.MESSAGE_ATTRIBUTES);

    assertThat(filter.accepts(message("text", attributes(attributes)), Protocol.SQS))
        .isEqualTo(accepted);
  }

  @ParameterizedTest(name = "{0} accepts {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"object": {"key": [{"prefix": "auto-"}]}}         | {"object": {"key": "auto-1"}}                    | true
          {"object": {"key": [{"prefix": "auto-"}]}}         | {"object": {"key": "x"}, "key": "auto-1"}        | false
          {"a": {"b": [{"exists": false}]}, "c": [1]}        | {"c": 1}                                         | true
          {"a": {"b": [{"exists": false}]}, "c": [1]}        | {"a": {"b": null}, "c": 1}                       | false
          {"a.b": ["x"]}                                     | {"a": {"b": "x"}}                                | true
          {"a.b.c": ["x"]}                                   | {"a.b": {"c": "x"}}                              | true
          {"h": {"to": ["q1"]}}                              | {"h": {"to": ["q2", "q1"]}}                      | true
          {"h": {"to": ["q1"]}}                              | {"h": {"to": ["q2"]}}                            | false
          {"r": {"k": ["a"], "e": ["put"]}}                  | {"r": [{"k": "a", "e": "put"}, {"k": "b"}]}      | true
          {"r": {"k": ["a"], "e": ["put"]}}                  | {"r": [{"k": "a", "e": "del"}, {"k": "b", "e": "put"}]} | false
          {"r": {"k": ["a"]}}                                | {"r": [[{"k": "a"}]]}                            | true
          {"d": {"$or": [{"s": ["a"]}, {"t": ["b"]}]}}       | {"d": {"t": "b"}}                                | true
          {"d": {"$or": [{"s": ["a"]}, {"t": ["b"]}]}}       | {"t": "b"}                                       | false
          {"s": [null]}                                      | {"s": null}                                      | true
          {"s": [true]}                                      | {"s": "true"}                                    | false
          {"s": ["x"]}                                       | no JSON                                          | false
          {"s": ["x"]}                                       | "x"                                              | false
          {"s": ["x"]}                                       | ["x"]                                            | false
          {"s": ["x"]}                                       | {"s": "x"} trailing                              | false
          """)
  void matchesBodies(String policy, String body, boolean accepted) throws Exception {
    FilterPolicy filter = FilterPolicy.of(policy, FilterPolicy.Scope.MESSAGE_BODY);

    assertThat(filter.accepts(message(body, Map.of()), Protocol.SQS)).isEqualTo(accepted);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {invalid                                           | FilterPolicy: failed to parse JSON.
          ["a"]                                              | FilterPolicy: Filter is not an object
          {"k": []}                                          | FilterPolicy: Empty arrays are not allowed
          {"k": "v"}                                         | FilterPolicy: "k" must be an object or an array
          {"k": [["v"]]}                                     | FilterPolicy: Match value must be String, number, true, false, or null
          {"k": [{"wrong": true}]}                           | FilterPolicy: Unrecognized match type wrong
          {"k": [{"wildcard": "*"}]}                         | FilterPolicy: Unrecognized match type wildcard
          {"k": [{"suffix": "a", "prefix": "b"}]}            | FilterPolicy: Only one key allowed in match expression
          {"k": [{"suffix": 100}]}                           | FilterPolicy: suffix match pattern must be a string
          {"k": [{"prefix": {"equals-ignore-case": "a"}}]}   | FilterPolicy: prefix match pattern must be a string
          {"k": [{"numeric": []}]}                           | FilterPolicy: Invalid member in numeric match
          {"k": [{"numeric": ["operator"]}]}                 | FilterPolicy: Unrecognized numeric range operator
          {"k": [{"numeric": ["=", "000"]}]}                 | FilterPolicy: Value of equals must be numeric
          {"k": [{"numeric": [">", 3, "<", 1]}]}             | FilterPolicy: Bottom must be less than top
          {"k": [{"exists": "no"}]}                          | FilterPolicy: exists match pattern must be either true or false.
          {"k": [{"anything-but": {"suffix": "test"}}]}      | FilterPolicy: Unsupported anything-but pattern: suffix
          {"k": {"suffix": ["v"]}}                           | Filter policy scope MessageAttributes does not support nested filter policy
          {"$or": [{"a": ["x"]}, {"b": {"c": ["y"]}}]}       | Filter policy scope MessageAttributes does not support nested filter policy
          {"$or": [{"a": ["x"]}]}                            | FilterPolicy: There must have at least 2 Objects in $or
          {"a":[1],"b":[1],"c":[1],"d":[1],"e":[1],"f":[1]}  | FilterPolicy: Filter policy can not have more than 5 keys
          """)
  void refusesWhatSnsRefuses(String policy, String message) {
    assertThatThrownBy(() -> FilterPolicy.of(policy, FilterPolicy.Scope.MESSAGE_ATTRIBUTES))
        .isInstanceOf(InvalidAttribute.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void refusesMoreThan150Combinations() throws Exception {
    String fits = "{\"a\": %s, \"b\": %s}".formatted(values(15), values(10));
    String tooMany = "{\"a\": %s, \"b\": %s}".formatted(values(15), values(11));
    String nested = "{\"x\": {\"y\": {\"a\": %s}}}".formatted(values(51));

    FilterPolicy.of(fits, FilterPolicy.Scope.MESSAGE_ATTRIBUTES);
    assertThatThrownBy(() -> FilterPolicy.of(tooMany, FilterPolicy.Scope.MESSAGE_ATTRIBUTES))
        .hasMessage("FilterPolicy: Filter policy is too complex");
    assertThatThrownBy(() -> FilterPolicy.of(nested, FilterPolicy.Scope.MESSAGE_BODY))
        .hasMessage("FilterPolicy: Filter policy is too complex");
  }

  private static String values(int count) {
    return IntStream.range(0, count)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static Map<String, MessageAttribute> attributes(String text) {
    Map<String, MessageAttribute> attributes = new TreeMap<>();
    for (String attribute : text == null ? new String[0] : text.split("; ")) {
      int equals = attribute.indexOf('=');
      int colon = attribute.indexOf(':');
      String type = attribute.substring(equals + 1, colon);
      String value = attribute.substring(colon + 1);
      attributes.put(
          attribute.substring(0, equals),
          type.equals("Binary")
              ? new MessageAttribute(type, null, new byte[] {0})
              : new MessageAttribute(type, value, null));
    }
    return attributes;
  }

  private static Message message(String text, Map<String, MessageAttribute> attributes) {
    return new Message("id", "arn", Optional.empty(), text, Map.of(), attributes, Instant.EPOCH);
  }
}
