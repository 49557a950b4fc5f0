package dev.darkroom.steps;

import dev.darkroom.core.Environment;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobConflict;
import dev.darkroom.core.JobDeleted;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.dynamo.DynamoJobStore;
import java.time.Clock;
import java.util.Map;

/** Publishes what was recorded, so that the uploader is told. */
public final class Notify extends StepHandler<Notify.Request, Notify.Published> {

  /**
   * The step's input.
   *
   * @param executionArn the execution that settled the job
   * @param owner whose job it is
   * @param jobId which job it is
   */
  public record Request(String executionArn, String owner, String jobId) {}

  /**
   * The step's output.
   *
   * @param messageId as SNS gave it; null when the uploader knew already
   */
  public record Published(String messageId) {}

  private final JobStore jobs;
  private final Telling telling;

  public Notify() {
    this(System.getenv());
  }

  /**
   * @param environment {@code TABLE}, {@code TOPIC_ARN}
   */
  public Notify(Map<String, String> environment) {
    this(new Environment(environment));
  }

  private Notify(Environment environment) {
    this(
        new DynamoJobStore(Aws.dynamo(), environment.text("TABLE"), Clock.systemUTC()),
        new OutcomeTopic(Aws.sns(), environment.text("TOPIC_ARN")));
  }

  Notify(JobStore jobs, OutcomeTopic outcomes) {
    super(Request.class);
    this.jobs = jobs;
    this.telling = new Telling(jobs, outcomes);
  }

  @Override
  Published handle(Request request) {
    JobRef ref = new JobRef(request.owner(), request.jobId());
    Job job = jobs.find(ref).orElseThrow(() -> new JobDeleted(ref));
    if (!job.status().isFinal() || !job.isHeldBy(request.executionArn())) {
      throw new JobConflict(ref, "was not settled by " + request.executionArn() + ".");
    }
    return new Published(telling.tell(job).orElse(null));
  }
}
