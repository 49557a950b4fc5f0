package dev.darkroom.steps;

import dev.darkroom.core.Failure;
import dev.darkroom.core.JobError;
import dev.darkroom.core.Step;
import dev.darkroom.core.executions.Executions;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Says of an execution that ended without an outcome what happened: to uploader and operator. */
final class FailureReport {
  private final Executions executions;

  FailureReport(Executions executions) {
    this.executions = executions;
  }

  /**
   * Says why a job failed.
   *
   * @param execution which ended; empty when Step Functions does not know it
   * @param finished the last step of the job that finished, or null
   */
  JobError of(Optional<DescribeExecutionResponse> execution, Step finished) {
    Code code = execution.map(DescribeExecutionResponse::status).map(Code::of).orElse(Code.LOST);
    Failure failure =
        new Failure(
            execution
                .flatMap(ended -> executions.lastState(ended.executionArn()))
                .orElseGet(() -> Step.after(finished).stateName()),
            execution.map(DescribeExecutionResponse::error).orElse(code.error),
            execution
                .map(DescribeExecutionResponse::cause)
                .map(FailureCause::readable)
                .orElse(code.cause));
    return new JobError(code.text, detail(failure.step()), failure);
  }

  private static String detail(String step) {
    return "Darkroom itself failed, at the step "
        + step
        + "; your file is not the cause, and it is kept. You can have it processed again; the"
        + " operators can see what happened.";
  }

  /** What is told of an execution by its status. */
  private enum Code {
    FAILED("STEP_FAILED", null, null),
    TIMED_OUT("TIMED_OUT", "States.Timeout", "The execution took longer than it may."),
    ABORTED("ABORTED", null, "The execution was stopped."),
    LOST("EXECUTION_LOST", null, "There is no execution any more that goes on with the job.");

    private final String text;

    /** Where Step Functions names none. */
    private final String error;

    /** Where Step Functions names none. */
    private final String cause;

    Code(String text, String error, String cause) {
      this.text = text;
      this.error = error;
      this.cause = cause;
    }

    static Code of(ExecutionStatus status) {
      return switch (status) {
        case FAILED -> FAILED;
        case TIMED_OUT -> TIMED_OUT;
        case ABORTED -> ABORTED;
        default -> LOST; // It SUCCEEDED, and left its job behind.
      };
    }
  }
}
