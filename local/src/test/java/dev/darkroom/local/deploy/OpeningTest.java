package dev.darkroom.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.Headers;
import dev.darkroom.local.http.Reply;
import dev.darkroom.local.http.Request;
import dev.darkroom.local.http.Service;
import dev.darkroom.local.lambda.Functions;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OpeningTest {
  private final Opening opening = new Opening();

  @Test
  void aServiceIsUnavailableUntilTheOpening() throws Exception {
    Service service = opening.gate((Request request) -> Reply.empty(204));
    Request request = new Request("GET", URI.create("/"), new Headers(), new byte[0]);

    assertThat(service.handle(request).status()).isEqualTo(503);
    opening.open();
    assertThat(service.handle(request).status()).isEqualTo(204);
  }

  @Test
  void aFunctionIsNotInvokedBeforeTheOpening() throws Exception {
    AtomicInteger invoked = new AtomicInteger();
    Functions counts =
        (function, payload) -> {
          invoked.incrementAndGet();
          return payload;
        };
    Functions functions = opening.gate(counts);
    ExecutorService threads = Executors.newCachedThreadPool();
    Future<JsonNode> answer = threads.submit(() -> functions.invoke("f", TextNode.valueOf("a")));

    Thread.sleep(100);
    assertThat(invoked).hasValue(0);
    opening.open();
    assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(TextNode.valueOf("a"));
    threads.shutdown();
  }
}
