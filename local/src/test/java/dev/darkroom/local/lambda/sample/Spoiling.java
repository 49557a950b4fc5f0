package dev.darkroom.local.lambda.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Fails, at the latest when it is called. */
public final class Spoiling implements RequestStreamHandler {

  /** The failure. */
  public static final class SpoiledFilm extends RuntimeException {
    SpoiledFilm(String message, Throwable cause) {
      super(message, cause);
    }
  }

  public Spoiling(Map<String, String> environment) {
    if (environment.containsKey("EARLY")) {
      throw new SpoiledFilm("The film came spoiled.", null);
    }
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    throw new SpoiledFilm("The film is spoiled.", new IllegalStateException("light"));
  }
}
