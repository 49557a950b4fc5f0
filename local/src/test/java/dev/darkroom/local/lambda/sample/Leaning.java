package dev.darkroom.local.lambda.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** Leans on a class that is on the test class path, but in no artifact. */
public final class Leaning implements RequestStreamHandler {
  public Leaning(Map<String, String> environment) {}

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    Assertions.assertThat(event).isNotNull();
  }
}
