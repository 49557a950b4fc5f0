package dev.darkroom.steps;

import dev.darkroom.core.Environment;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobConflict;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.Step;
import dev.darkroom.core.dynamo.DynamoJobStore;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

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
   * @param messageId as SNS gave it
   */
  public record Published(String messageId) {}

  private final JobStore jobs;
  private final SnsClient sns;
  private final String topicArn;

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
        Aws.sns(),
        environment.text("TOPIC_ARN"));
  }

  Notify(JobStore jobs, SnsClient sns, String topicArn) {
    super(Request.class);
    this.jobs = jobs;
    this.sns = sns;
    this.topicArn = topicArn;
  }

  @Override
  Published handle(Request request) {
    JobRef ref = new JobRef(request.owner(), request.jobId());
    Job job = jobs.find(ref).orElseThrow(() -> new JobConflict(ref, "is gone."));
    OutcomeMessage message = OutcomeMessage.of(job);
    String messageId =
        sns.publish(
                publish ->
                    publish
                        .topicArn(topicArn)
                        .subject(message.subject())
                        .message(message.body())
                        .messageAttributes(
                            Map.of(
                                "owner", text(job.owner()),
                                "status", text(job.status().name()),
                                "jobId", text(job.jobId()))))
            .messageId();
    jobs.finished(ref, request.executionArn(), Step.NOTIFY);
    return new Published(messageId);
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
