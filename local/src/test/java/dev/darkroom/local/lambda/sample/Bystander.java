package dev.darkroom.local.lambda.sample;

import java.util.Map;

/** No handler at all. */
public final class Bystander {
  public Bystander(Map<String, String> environment) {}
}
