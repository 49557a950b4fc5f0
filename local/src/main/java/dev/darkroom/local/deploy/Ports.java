package dev.darkroom.local.deploy;

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
    INBOX
  }

  int of(Part part) {
    int offset = java.util.List.of(Part.values()).indexOf(part);
    return first == 0 ? 0 : first + offset;
  }
}
