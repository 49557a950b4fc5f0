package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.lambda.FunctionError;
import dev.darkroom.local.lambda.Functions;

/**
 * Invokes a function, and names its failures as Step Functions does: an exception by its class,
 * with the error document as the cause; a refusal of the service with the prefix {@code Lambda.}
 */
final class LambdaCall {
  private final Functions functions;

  LambdaCall(Functions functions) {
    this.functions = functions;
  }

  JsonNode invoke(String function, JsonNode payload) throws InterruptedException {
    try {
      JsonNode answer = functions.invoke(function, payload);
      return answer == null ? NullNode.instance : answer;
    } catch (FunctionError e) {
      throw new StatesError(e.errorType(), e.payload().toString());
    } catch (AwsError e) {
      throw new StatesError("Lambda." + e.code(), e.getMessage());
    }
  }
}
