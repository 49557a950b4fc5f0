package dev.darkroom.operator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;

/**
 * Starts the execution of an upload. It bears the event's id as its name: an event that is
 * delivered twice here starts one.
 */
final class UploadDelivery implements Delivery {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,80}");

  private final SfnClient states;
  private final String stateMachine;

  UploadDelivery(SfnClient states, String stateMachine) {
    this.states = states;
    this.stateMachine = stateMachine;
  }

  @Override
  public String deliver(JsonNode event) {
    String id = event.path("id").asText();
    String name = NAME.matcher(id).matches() ? id : null;
    try {
      String arn =
          states
              .startExecution(
                  start -> start.stateMachineArn(stateMachine).name(name).input(event.toString()))
              .executionArn();
      return "started " + arn.substring(arn.lastIndexOf(':') + 1);
    } catch (ExecutionAlreadyExistsException e) {
      return "was started before";
    }
  }
}
