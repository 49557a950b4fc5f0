package dev.darkroom.local.dynamodb;

import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Amazon's DynamoDB Local behind a server of our own, because its own listens on every interface.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.html">
 *     DynamoDB Local</a>
 */
public final class DynamoDbLocal implements AutoCloseable {
  private final Server server;
  private final ServerConnector connector;
  private final LocalDynamoDBRequestHandler tables;

  private DynamoDbLocal(
      Server server, ServerConnector connector, LocalDynamoDBRequestHandler tables) {
    this.server = server;
    this.connector = connector;
    this.tables = tables;
  }

  /**
   * Starts it on 127.0.0.1.
   *
   * @param port the port, or 0 for any that is free
   * @param directory where tables are kept, or empty to keep them in memory
   */
  public static DynamoDbLocal start(int port, Optional<Path> directory) throws Exception {
    LocalDynamoDBRequestHandler tables = new CommittedTransactions(path(directory));
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    var handler = new LocalDynamoDBServerHandler(tables, null);
    server.setHandler(new DynamoDBProxyServer(0, handler).setUpHandler(handler));
    server.start();
    return new DynamoDbLocal(server, connector, tables);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  @Override
  public void close() throws Exception {
    server.stop();
    tables.shutdown();
  }

  private static String path(Optional<Path> directory) throws IOException {
    return directory.isEmpty() ? null : Files.createDirectories(directory.get()).toString();
  }
}
