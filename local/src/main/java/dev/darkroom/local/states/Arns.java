package dev.darkroom.local.states;

import dev.darkroom.local.http.AwsError;
import java.util.regex.Pattern;

/** The ARNs and names of one account in one region. */
final class Arns {
  /** What a name must not contain, by the API reference of StartExecution. */
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\x00-\\x1f\\x7f-\\x9f]");

  private static final int LONGEST_NAME = 80;

  private final String prefix;

  Arns(String region, String account) {
    this.prefix = "arn:aws:states:" + region + ":" + account + ":";
  }

  String machine(String name) {
    return prefix + "stateMachine:" + name;
  }

  String execution(String machineName, String name) {
    return prefix + "execution:" + machineName + ":" + name;
  }

  /** The given ARN, when it has the form of one of its kind. */
  static String checked(String arn, String kind) {
    if (!arn.startsWith("arn:") || !arn.contains(":" + kind + ":")) {
      throw AwsError.badRequest("InvalidArn", "Invalid Arn: '" + arn + "'");
    }
    return arn;
  }

  static String checkedName(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME || FORBIDDEN.matcher(name).find()) {
      throw AwsError.badRequest("InvalidName", "Invalid Name: '" + name + "'");
    }
    return name;
  }
}
