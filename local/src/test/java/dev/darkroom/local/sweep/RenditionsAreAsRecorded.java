package dev.darkroom.local.sweep;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** 2. */
final class RenditionsAreAsRecorded implements Invariant {
  /** What two runs of the same photo may differ in. */
  private static final List<String> OWN =
      List.of("PK", "executionArn", "createdAt", "updatedAt", "version", "redrives");

  @Override
  public String sentence() {
    return "2. COMPLETED means every rendition exists with the recorded bytes and pixels, and the"
        + " record matches";
  }

  @Override
  public List<String> violations(Ended job) {
    List<String> found = new ArrayList<>();
    job.renditions().forEach(rendition -> compare(job, rendition, found));
    if (job.status().equals("COMPLETED")) {
      if (job.renditions().size() != 3) {
        found.add("the record names " + job.renditions().size() + " renditions, not 3");
      }
      if (job.has().originals().size() != 1) {
        found.add("the original is not there alone: " + job.has().originals().keySet());
      }
    }
    job.model()
        .map(RenditionsAreAsRecorded::record)
        .filter(model -> !model.equals(record(job)))
        .ifPresent(model -> found.add("the record should be " + model + " and is " + record(job)));
    return found;
  }

  private static void compare(
      Ended job, Map<String, AttributeValue> rendition, List<String> found) {
    String key = rendition.get("key").s();
    byte[] bytes = job.has().renditions().get(key);
    if (bytes == null) {
      found.add("there is no object " + key);
      return;
    }
    String is = bytes.length + " bytes, " + pixels(bytes);
    String recorded =
        "%s bytes, %s x %s"
            .formatted(
                rendition.get("bytes").n(),
                rendition.get("width").n(),
                rendition.get("height").n());
    if (!is.equals(recorded)) {
      found.add(key + " has " + is + "; recorded are " + recorded);
    }
  }

  private static String pixels(byte[] file) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
      return image == null ? "no picture" : image.getWidth() + " x " + image.getHeight();
    } catch (IOException e) {
      return "damaged: " + e.getMessage();
    }
  }

  /** The record, less what is each run's own. */
  private static Map<String, String> record(Ended job) {
    Map<String, String> record = new TreeMap<>();
    job.item()
        .forEach(
            (name, value) -> {
              if (!OWN.contains(name)) {
                record.put(name, text(value, job.run()));
              }
            });
    record.remove("deletedAt");
    record.remove("expiresAt");
    record.remove("ttl");
    return record;
  }

  private static String text(AttributeValue value, Run run) {
    return switch (value.type()) {
      case S ->
          value
              .s()
              .replace(run.jobId(), "JOB")
              .replace(run.owner(), "OWNER")
              .replace(run.albumId(), "ALBUM");
      case M ->
          new TreeMap<>(value.m())
              .entrySet().stream()
                  .map(entry -> entry.getKey() + "=" + text(entry.getValue(), run))
                  .collect(Collectors.joining(", ", "{", "}"));
      case L ->
          value.l().stream()
              .map(each -> text(each, run))
              .collect(Collectors.joining(", ", "[", "]"));
      default -> value.toString();
    };
  }
}
