package dev.darkroom.local.sweep;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a run is about, and what must come of it in the end. */
enum Scenario {
  PHOTO("a photo for an album", End.COMPLETED),
  NO_PICTURE("a file that is no picture", End.REJECTED),
  CUT_OFF("a photo that is cut off", End.REJECTED),
  FAILURE("an execution that fails, is recorded and redriven", End.COMPLETED),
  LOST_EVENT("a failure whose event is lost, found by ReconcileJobs", End.COMPLETED),
  UNCLAIMED("the same of an execution that could not even claim its job", End.COMPLETED),
  DELETED("an image that is deleted while it is processed", End.DELETED),
  BROKEN_OFF("a deletion that breaks off, finished by ReconcileJobs", End.DELETED);

  /** How a job can end. */
  enum End {
    COMPLETED,
    REJECTED,
    DELETED
  }

  private static final Set<String> STEPS =
      Set.of("Validate", "Resize", "DetectLabels", "Persist", "Notify");

  /** What makes an execution fail for good: the function may not call Rekognition. */
  private static final Fault BROKEN = new Fault("DetectLabels", 1, Kind.FORBIDDEN, true);

  /** The same, at once: Validate may not read the table. */
  private static final Fault BROKEN_AT_ONCE = new Fault("Validate", 1, Kind.FORBIDDEN, true);

  /**
   * What makes a deletion break off: the API dies with the record marked, and all else still there.
   */
  private static final Fault API_DIES = new Fault("Gallery", 4, Kind.KILLED_BEFORE, false);

  private final String text;
  private final End end;

  Scenario(String text, End end) {
    this.text = text;
    this.end = end;
  }

  End end() {
    return end;
  }

  Photo photo() throws IOException {
    return switch (this) {
      case PHOTO, LOST_EVENT, UNCLAIMED, DELETED, BROKEN_OFF -> Photo.jpeg();
      case FAILURE -> Photo.png();
      case NO_PICTURE -> Photo.noPicture();
      case CUT_OFF -> Photo.cutOff();
    };
  }

  /** Those calls of an undisturbed run that are to go wrong: what no scenario before has tried. */
  List<RecordedCall> tried(List<RecordedCall> calls) {
    Stream<RecordedCall> first =
        calls.stream()
            .filter(made -> functions().contains(made.call().function()))
            .filter(made -> made.call().invocation() == 1);
    if (this == BROKEN_OFF) {
      // How ReconcileJobs finds what is left to do is tried with the lost event.
      first =
          first
              .dropWhile(made -> made.operation().equals("DYNAMODB Query"))
              .filter(made -> !made.operation().endsWith("ListExecutions"));
    }
    return first.toList();
  }

  private Set<String> functions() {
    return switch (this) {
      case PHOTO -> STEPS;
      case NO_PICTURE -> Set.of("Validate", "Persist", "Notify");
      case CUT_OFF -> Set.of("Resize", "Persist", "Notify");
      case FAILURE -> Set.of("RecordFailure");
      case LOST_EVENT, BROKEN_OFF -> Set.of("ReconcileJobs");
      case UNCLAIMED -> Set.of();
      case DELETED -> Set.of("DetectLabels", "Discard");
    };
  }

  /** What goes wrong in any case, until the job is redriven. */
  Optional<Fault> brokenBy() {
    return switch (this) {
      case FAILURE, LOST_EVENT -> Optional.of(BROKEN);
      case UNCLAIMED -> Optional.of(BROKEN_AT_ONCE);
      case BROKEN_OFF -> Optional.of(API_DIES);
      case PHOTO, NO_PICTURE, CUT_OFF, DELETED -> Optional.empty();
    };
  }

  List<EventChange> changes() {
    return losesItsFailure()
        ? List.of(new EventChange(EventChange.Which.FAILURE, EventChange.What.LOST))
        : List.of();
  }

  /** Whether ReconcileJobs is to be invoked as soon as nothing else is at work. */
  boolean reconcilesAtOnce() {
    return losesItsFailure() || this == BROKEN_OFF;
  }

  private boolean losesItsFailure() {
    return this == LOST_EVENT || this == UNCLAIMED;
  }

  @Override
  public String toString() {
    return text;
  }
}
