package dev.darkroom.client.api;

import java.io.IOException;

/** Where access tokens come from. */
public interface AccessTokens {
  /** A token that is good as far as this side knows. */
  String current() throws IOException, InterruptedException;

  /**
   * A token in place of one that the API did not take.
   *
   * @throws IOException when there can be no other
   */
  String insteadOf(String refused) throws IOException, InterruptedException;
}
