package dev.darkroom.local.rekognition;

/** There is no object under the bucket, key and version asked for. */
public final class ObjectNotFound extends Exception {
  public ObjectNotFound(String bucket, String key) {
    super("There is no object '" + key + "' in the bucket '" + bucket + "'.");
  }
}
