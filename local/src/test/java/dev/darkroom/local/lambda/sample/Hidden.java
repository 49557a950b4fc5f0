package dev.darkroom.local.lambda.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Has its method from a class that Lambda's runtime cannot see into. */
public final class Hidden extends Curtain {
  public Hidden(Map<String, String> environment) {}
}

abstract class Curtain implements RequestStreamHandler {
  @Override
  public final void handleRequest(InputStream event, OutputStream answer, Context context) {}
}
