package dev.darkroom.local.cli;

import dev.darkroom.local.deploy.EmbeddedCloud;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The environment variables that point AWS's tools, and Darkroom's own, at a running cloud. */
public final class CloudVariables {
  /** What the operator's commands are to be told, and the output of the stack that has it. */
  private static final Map<String, String> OUTPUTS =
      new TreeMap<>(
          Map.of(
              "DARKROOM_API", "ApiUrl",
              "DARKROOM_STATE_MACHINE", "StateMachineArn",
              "DARKROOM_TABLE", "TableName",
              "DARKROOM_UPLOADS_BUCKET", "UploadsBucketName",
              "DARKROOM_UNDELIVERED_UPLOADS", "UndeliveredUploadsUrl",
              "DARKROOM_UNDELIVERED_FAILURES", "UndeliveredFailuresUrl",
              "DARKROOM_RECORD_FAILURE", "RecordFailureFunctionName"));

  private CloudVariables() {}

  /** By name; the caller may add to them. */
  public static Map<String, String> of(EmbeddedCloud cloud) {
    Map<String, String> variables = new LinkedHashMap<>();
    cloud
        .endpoints()
        .forEach((service, uri) -> variables.put("AWS_ENDPOINT_URL_" + service, uri.toString()));
    variables.put("AWS_REGION", cloud.region());
    variables.put("AWS_DEFAULT_REGION", cloud.region());
    variables.put("AWS_ACCESS_KEY_ID", cloud.credentials().accessKeyId());
    variables.put("AWS_SECRET_ACCESS_KEY", cloud.credentials().secretAccessKey());
    OUTPUTS.forEach((variable, output) -> variables.put(variable, cloud.outputs().get(output)));
    return variables;
  }
}
