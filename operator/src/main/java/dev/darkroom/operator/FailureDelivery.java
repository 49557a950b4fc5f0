package dev.darkroom.operator;

import com.fasterxml.jackson.databind.JsonNode;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Has RecordFailure record a failure, and waits for it. */
final class FailureDelivery implements Delivery {
  private final LambdaClient functions;
  private final String recordFailure;

  FailureDelivery(LambdaClient functions, String recordFailure) {
    this.functions = functions;
    this.recordFailure = recordFailure;
  }

  /**
   * @throws FunctionFailed when the function threw
   */
  @Override
  public String deliver(JsonNode event) {
    InvokeResponse answer =
        functions.invoke(
            invoke ->
                invoke
                    .functionName(recordFailure)
                    .payload(SdkBytes.fromUtf8String(event.toString())));
    if (answer.functionError() != null) {
      throw new FunctionFailed(recordFailure, answer.payload().asUtf8String());
    }
    return "given to " + recordFailure;
  }
}
