package dev.darkroom.local.lambda;

import java.util.HashMap;
import java.util.Map;

/**
 * The variables that Lambda sets for a function, without endpoints.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime">
 *     Defined runtime environment variables</a>
 */
final class LambdaEnvironment {
  private LambdaEnvironment() {}

  static Map<String, String> of(DeployedFunction function, RuntimeApi api) {
    Map<String, String> variables = new HashMap<>(function.environment());
    variables.put("AWS_LAMBDA_RUNTIME_API", api.address());
    variables.put("_HANDLER", function.handler());
    variables.put("AWS_LAMBDA_FUNCTION_NAME", function.logicalId());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.logicalId());
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "2026/05/04/[1]b1946ac9");
    variables.put("AWS_REGION", "us-east-1");
    variables.put("AWS_ACCESS_KEY_ID", "nobody");
    variables.put("AWS_SECRET_ACCESS_KEY", "nothing");
    variables.put("AWS_SESSION_TOKEN", "none");
    return variables;
  }
}
