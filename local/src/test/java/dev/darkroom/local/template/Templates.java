package dev.darkroom.local.template;

import java.util.Map;

/** Templates for tests. */
final class Templates {
  static final Stack STACK = new Stack("eu-west-1", "123456789012", "darkroom");
  static final String HEAD = "Transform: AWS::Serverless-2016-10-31\n";

  private Templates() {}

  /** A template with these sections below its head. */
  static Template of(String sections) {
    return Template.parse("template.yaml", HEAD + sections);
  }

  /** A template whose only resource is a queue named Q with a property Value. */
  static Template withValue(String value) {
    return of(
        """
        Parameters:
          Sizes: {Type: List<Number>, Default: "1280, 480"}
          Name: {Type: String, Default: dark}
          Max: {Type: Number, Default: 5}
        Conditions:
          IsDark: !Equals [!Ref Name, dark]
          IsLight: !Not [{Condition: IsDark}]
        Resources:
          Bucket: {Type: AWS::S3::Bucket}
          Resize: {Type: AWS::Serverless::Function}
          Absent: {Type: AWS::S3::Bucket, Condition: IsLight}
          Q:
            Type: AWS::SQS::Queue
            Properties:
              Value: %s
        """
            .formatted(value));
  }

  static Scope scope(Template template) {
    return template.scope(STACK, Map.of());
  }
}
