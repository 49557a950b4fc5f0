package dev.darkroom.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a function's log lines into the log of the embedded cloud. */
final class FunctionLog implements LambdaLogger {
  private final Logger log;

  FunctionLog(String function) {
    this.log = LoggerFactory.getLogger("lambda." + function);
  }

  @Override
  public void log(String message) {
    log.info("{}", message);
  }

  @Override
  public void log(byte[] message) {
    log(new String(message, UTF_8));
  }
}
