package dev.darkroom.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;

/**
 * The stack that a template is deployed as; gives the pseudo parameters.
 *
 * @param region as {@code eu-west-1}
 * @param accountId twelve digits
 * @param name the stack's name
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html">Pseudo
 *     parameters</a>
 */
public record Stack(String region, String accountId, String name) {

  /** Checks the account's id. */
  public Stack {
    if (!accountId.matches("\\d{12}")) {
      throw new IllegalArgumentException("An account id has 12 digits: " + accountId);
    }
  }

  /** The stack's ARN. It is the same in every run. */
  public String id() {
    return "arn:aws:cloudformation:%s:%s:stack/%s/00000000-0000-0000-0000-000000000000"
        .formatted(region, accountId, name);
  }

  /** The value of a pseudo parameter; a missing node for {@code AWS::NoValue}. */
  Optional<JsonNode> pseudo(String name) {
    return switch (name) {
      case "AWS::AccountId" -> text(accountId);
      case "AWS::NoValue" -> Optional.of(MissingNode.getInstance());
      case "AWS::Partition" -> text("aws");
      case "AWS::Region" -> text(region);
      case "AWS::StackId" -> text(id());
      case "AWS::StackName" -> text(this.name);
      case "AWS::URLSuffix" -> text("amazonaws.com");
      default -> Optional.empty();
    };
  }

  private static Optional<JsonNode> text(String value) {
    return Optional.of(JsonNodeFactory.instance.textNode(value));
  }
}
