package dev.darkroom.local.deploy;

import dev.darkroom.local.http.Reply;
import dev.darkroom.local.http.Service;
import dev.darkroom.local.lambda.Functions;
import java.util.concurrent.CountDownLatch;

/**
 * Keeps callers out until everything is deployed: who repeats a request while the cloud starts
 * again is neither told that there is no such route or topic, nor served by a function that does
 * not know yet where the parts are, and would turn to AWS itself.
 */
final class Opening {
  private static final int UNAVAILABLE = 503;

  private final CountDownLatch opened = new CountDownLatch(1);

  void open() {
    opened.countDown();
  }

  /** The service, which answers 503 before; AWS's SDKs then come again. */
  Service gate(Service service) {
    return request ->
        opened.getCount() == 0
            ? service.handle(request)
            : Reply.text(UNAVAILABLE, "application/json", "{\"message\":\"Service Unavailable\"}");
  }

  /** The functions, whose callers wait before. */
  Functions gate(Functions functions) {
    return (function, payload) -> {
      opened.await();
      return functions.invoke(function, payload);
    };
  }
}
