package dev.darkroom.core.redrive;

import dev.darkroom.core.Job;
import dev.darkroom.core.UploadEvent;

/**
 * An execution that is to process a job from its original. Its name is made of the job and the
 * count of its redrives: two calls that start the same redrive start one execution.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html">
 *     StartExecution</a>
 */
record NewExecution(String arn, String name, String input) {

  /** The execution of a job's next redrive. */
  static NewExecution after(Job failed, String stateMachineArn, String bucket) {
    return of(failed, failed.redrives() + 1, stateMachineArn, bucket);
  }

  /** The execution of the redrive that a job is in. */
  static NewExecution of(Job redriven, String stateMachineArn, String bucket) {
    return of(redriven, redriven.redrives(), stateMachineArn, bucket);
  }

  private static NewExecution of(Job job, int redrives, String stateMachineArn, String bucket) {
    String name = name(job.jobId(), redrives);
    String arn = stateMachineArn.replaceFirst(":stateMachine:", ":execution:") + ":" + name;
    return new NewExecution(arn, name, UploadEvent.of(job, bucket).json());
  }

  /** Whether the redrive that a job is in has given it such an execution. */
  static boolean isOf(Job redriven) {
    String arn = String.valueOf(redriven.executionArn());
    return name(redriven.jobId(), redriven.redrives())
        .equals(arn.substring(arn.lastIndexOf(':') + 1));
  }

  static String name(String jobId, int redrives) {
    return jobId + "-" + redrives;
  }
}
