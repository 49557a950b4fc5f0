package dev.darkroom.core.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDisplayNamesIT {
  @RegisterExtension private static final LocalTable TABLE = new LocalTable();

  @Test
  void whoGaveNoNameIsLeftOut() {
    profile("alice", Map.of("displayName", AttributeValue.fromS("Alice L.")));
    profile("bob", Map.of());

    assertThat(names().of(Set.of("alice", "bob", "carol"))).isEqualTo(Map.of("alice", "Alice L."));
  }

  @Test
  void ofNobodyThereAreNoNames() {
    assertThat(names().of(Set.of())).isEmpty();
  }

  private static DynamoDisplayNames names() {
    return new DynamoDisplayNames(TABLE.client(), TABLE.name());
  }

  private static void profile(String sub, Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> item = new HashMap<>(attributes);
    item.put("PK", AttributeValue.fromS("OWNER#" + sub));
    item.put("SK", AttributeValue.fromS("PROFILE"));
    TABLE.client().putItem(put -> put.tableName(TABLE.name()).item(item));
  }
}
