package dev.darkroom.local.deploy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/**
 * Where the parts listen: one after the other from a first port on, or each on any that is free.
 *
 * @param first the API's port, or 0 for free ones
 */
public record Ports(int first) {
  /** Any ports that are free. */
  public static final Ports FREE = new Ports(0);

  private static final int LAST_PORT = 65_535;

  public Ports {
    if (first != 0 && (first < 1024 || first + Part.values().length > LAST_PORT)) {
      throw new IllegalArgumentException(
          "The first port has to leave room for " + Part.values().length + " ports above 1023.");
    }
  }

  /** What listens. */
  enum Part {
    API,
    S3,
    DYNAMODB,
    STATES,
    SNS,
    SQS,
    REKOGNITION,
    IDENTITY,
    SMTP,
    INBOX,
    SECRETS,
    CDN,
    LAMBDA
  }

  /**
   * Makes sure that nobody else listens, before anything is started.
   *
   * @throws BindException naming the port that is taken
   */
  void checkFree() throws IOException {
    if (first == 0) {
      return;
    }
    for (Part part : Part.values()) {
      try (ServerSocket probe = new ServerSocket()) {
        probe.setReuseAddress(true);
        probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), of(part)));
      } catch (BindException e) {
        throw new BindException(
            "Port " + of(part) + " is taken; choose another first port with --port.");
      }
    }
  }

  int of(Part part) {
    int offset = List.of(Part.values()).indexOf(part);
    return first == 0 ? 0 : first + offset;
  }
}
