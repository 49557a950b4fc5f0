package dev.darkroom.local.cloudwatch;

/**
 * What a period without a value counts as.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html">Configuring
 *     how CloudWatch alarms treat missing data</a>
 */
public enum MissingData {
  /** As over the threshold. */
  BREACHING("breaching"),
  /** As within the threshold. */
  NOT_BREACHING("notBreaching"),
  /** As nothing: where there is no value at all, the alarm stays as it is. */
  IGNORE("ignore");

  private final String id;

  MissingData(String id) {
    this.id = id;
  }

  /** As CloudWatch writes it. */
  public String id() {
    return id;
  }
}
