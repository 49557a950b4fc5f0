package dev.darkroom.api.capacity;

import dev.darkroom.core.Box;
import dev.darkroom.core.Capture;
import dev.darkroom.core.Claim;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageProperties;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobError;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.Label;
import dev.darkroom.core.ObjectKeys;
import dev.darkroom.core.Original;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Step;
import dev.darkroom.core.dynamo.DynamoJobStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Completed images such as a camera's JPEG becomes: three renditions, eight labels, two boxes. */
final class TypicalImages {
  private static final String EXECUTION =
      "arn:aws:states:eu-west-1:000000000000:execution:process-image:5f4ef0b8-5e5b-4c2e-9b9c";

  private static final List<String> NAMES =
      List.of("Cat", "Animal", "Mammal", "Pet", "Window", "Sofa", "Furniture", "Indoors");

  private final DynamoJobStore jobs;

  TypicalImages(DynamoDbClient dynamo) {
    jobs = new DynamoJobStore(dynamo, DeployedFunctions.TABLE, Clock.systemUTC());
  }

  /** A new one of this owner. */
  JobRef add(String owner) {
    Claim claim = claimed(owner);
    jobs.settle(claim.ref(), EXECUTION, outcome(claim.ref(), claim.at()));
    jobs.told(claim.ref(), EXECUTION, JobStatus.COMPLETED);
    return claim.ref();
  }

  /** A new one whose labels could not be found. */
  JobRef addFailed(String owner) {
    Claim claim = claimed(owner);
    jobs.finished(claim.ref(), EXECUTION, Step.RESIZE);
    jobs.fail(
        claim,
        0,
        new JobError(
            "STEP_FAILED",
            "Darkroom itself failed, at the step DetectLabels; your file is not the cause.",
            new Failure("DetectLabels", "States.Timeout", "The task took longer than 60 s.")));
    jobs.told(claim.ref(), EXECUTION, JobStatus.FAILED);
    return claim.ref();
  }

  private Claim claimed(String owner) {
    JobRef ref = new JobRef(owner, JobIds.next());
    Instant now = Instant.now();
    String fileName = "IMG_20260504_120000.jpg";
    jobs.announce(Job.announced(ref, fileName, "image/jpeg", 2_483_112, now));
    Original original =
        new Original(ObjectKeys.original(ref, fileName), "9b2cf535f27731c974343645a3985328");
    Claim claim = new Claim(ref, EXECUTION, original, fileName, 2_483_112, now);
    jobs.claim(claim);
    return claim;
  }

  private static Outcome outcome(JobRef ref, Instant now) {
    return new Outcome(
        JobStatus.COMPLETED,
        "image/jpeg",
        6000,
        4000,
        new Capture(
            "2026-05-01T12:00:00+02:00",
            "Canon EOS R6",
            "RF35mm F1.8 MACRO IS STM",
            0.008,
            2.8,
            400,
            35.0,
            null),
        null,
        List.of(
            rendition(ref, "large", 1280),
            rendition(ref, "medium", 480),
            rendition(ref, "small", 160)),
        IntStream.range(0, NAMES.size()).mapToObj(TypicalImages::label).toList(),
        new ImageProperties(
            71.5,
            83.25,
            64.0,
            IntStream.range(0, 5)
                .mapToObj(i -> new ImageProperties.Color("#a0806" + i, 41.5 - i))
                .toList()),
        List.of(),
        null,
        now);
  }

  private static Rendition rendition(JobRef ref, String name, int side) {
    return new Rendition(
        name,
        side,
        side * 2 / 3,
        side * 100L,
        "image/jpeg",
        "renditions/" + ref.owner() + "/" + ref.jobId() + "/" + name + ".jpg");
  }

  private static Label label(int index) {
    List<Label.Instance> instances =
        index < 2
            ? List.of(new Label.Instance(97.25, new Box(0.125, 0.25, 0.5, 0.625)))
            : List.of();
    return new Label(NAMES.get(index), 98.5 - index, List.of("Animal", "Pet"), instances);
  }
}
