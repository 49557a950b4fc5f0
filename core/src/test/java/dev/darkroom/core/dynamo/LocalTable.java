package dev.darkroom.core.dynamo;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import java.util.UUID;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * An empty table, as {@code template.yaml} declares it, in a DynamoDB Local that runs in this very
 * JVM. Registered in a static field, each test class has a table; in another field, each test:
 *
 * <pre>{@code
 * @RegisterExtension private final LocalTable table = new LocalTable();
 * }</pre>
 *
 * <p>The database starts with the first table and ends with the run.
 */
public final class LocalTable implements BeforeAllCallback, BeforeEachCallback {
  private DynamoDbClient client;
  private String name;

  @Override
  public void beforeAll(ExtensionContext context) {
    create(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (name == null) {
      create(context);
    }
  }

  /** A client of the database; safe for many threads. */
  public DynamoDbClient client() {
    return client;
  }

  /** The name of the table. */
  public String name() {
    return name;
  }

  private void create(ExtensionContext context) {
    client =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(LocalTable.class))
            .computeIfAbsent(Database.class, key -> new Database(), Database.class)
            .client;
    name = "darkroom-" + UUID.randomUUID();
    client.createTable(DeployedTable.named(name));
    client.updateTimeToLive(DeployedTable.timeToLive(name));
  }

  /** Shut down with the store that holds it. */
  private static final class Database implements AutoCloseable {
    private final AmazonDynamoDBLocal local = DynamoDBEmbedded.create(true);
    private final DynamoDbClient client = local.dynamoDbClient();

    @Override
    public void close() {
      local.shutdownNow();
    }
  }
}
