package dev.darkroom.client.upload;

import java.io.IOException;

/** A job did not become final in time. */
final class NotSettled extends IOException {
  private static final long serialVersionUID = 1;

  NotSettled(String status) {
    super(
        "The job stays %s. Run the same command later: it asks again and sends nothing twice."
            .formatted(status));
  }
}
