package dev.darkroom.steps;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A step as Lambda calls it: JSON in, one call, JSON out. The runtime's own serializer reads no
 * records, hence the streams. Public, because the runtime calls the method of the class that
 * declares it, and may not call one of a class that it cannot see.
 *
 * @param <I> the input, a record
 * @param <O> the output, a record
 */
public abstract class StepHandler<I, O> implements RequestStreamHandler {
  private final ObjectMapper json = Json.mapper();
  private final Class<I> input;

  StepHandler(Class<I> input) {
    this.input = input;
  }

  /** Does the step's work; safe to run twice, and beside itself. */
  abstract O handle(I request);

  @Override
  public final void handleRequest(InputStream in, OutputStream out, Context context)
      throws IOException {
    I request = json.readValue(in, input);
    O answer = AwsFailures.named(() -> handle(request));
    json.writeValue(out, answer);
  }
}
