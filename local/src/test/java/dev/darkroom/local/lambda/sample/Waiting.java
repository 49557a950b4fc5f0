package dev.darkroom.local.lambda.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** Waits until it is interrupted, then ends as if nothing were; leaves a file for each. */
public final class Waiting implements RequestStreamHandler {
  private final String instance = UUID.randomUUID().toString().replace("-", "");
  private final Path folder;

  public Waiting(Map<String, String> environment) {
    folder = Path.of(environment.get("FOLDER"));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    mark("started");
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      mark("interrupted");
    }
  }

  private void mark(String what) throws IOException {
    Files.createTempFile(folder, what + "-" + instance + "-", "");
  }
}
