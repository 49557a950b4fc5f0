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
    String name = name(failed.jobId(), failed.redrives() + 1);
    String arn = stateMachineArn.replaceFirst(":stateMachine:", ":execution:") + ":" + name;
    return new NewExecution(arn, name, UploadEvent.of(failed, bucket).json());
  }

  static String name(String jobId, int redrives) {
    return jobId + "-" + redrives;
  }
}
