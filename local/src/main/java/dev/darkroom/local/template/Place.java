package dev.darkroom.local.template;

/**
 * Where something stands in a template; errors begin with it.
 *
 * @param subject the entry of a section, as {@code Resource UploadsBucket (AWS::S3::Bucket)}
 * @param path the property below it, as {@code Events.Upload.Properties[0]}, empty for the entry
 */
public record Place(String subject, String path) {

  /** The entry itself. */
  public static Place of(String subject) {
    return new Place(subject, "");
  }

  /** A property of what stands here. */
  public Place property(String name) {
    return new Place(subject, path.isEmpty() ? name : path + "." + name);
  }

  /** An item of the list that stands here. */
  public Place item(int index) {
    return new Place(subject, path + "[" + index + "]");
  }

  /**
   * An error that says that what stands here is wrong.
   *
   * @param what goes on after the place: {@code must be a number}
   */
  public InvalidTemplate invalid(String what) {
    return new InvalidTemplate(this + " " + what);
  }

  /** As {@link #invalid(String)}, with what found it. */
  public InvalidTemplate invalid(String what, Throwable cause) {
    return new InvalidTemplate(this + " " + what, cause);
  }

  /** An error that says that the local run does not support what stands here. */
  public UnsupportedTemplate unsupported() {
    return unsupported("is not supported locally");
  }

  /**
   * An error that says what of this the local run does not support.
   *
   * @param what goes on after the place: {@code uses Fn::Cidr, which is not supported locally}
   */
  public UnsupportedTemplate unsupported(String what) {
    return new UnsupportedTemplate(this + " " + what);
  }

  @Override
  public String toString() {
    return path.isEmpty() ? subject : subject + ": property " + path;
  }
}
