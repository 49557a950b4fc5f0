package dev.darkroom.local.sns;

import dev.darkroom.local.http.AwsError;
import java.util.List;

/** One operation of the API. */
@FunctionalInterface
interface Operation {
  /**
   * Answers one call.
   *
   * @return the elements of the result
   * @throws AwsError what the caller is told
   */
  List<XmlElement> call(QueryRequest request);
}
