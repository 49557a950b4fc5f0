package dev.darkroom.operator;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.core.JobRef;
import dev.darkroom.core.dynamo.DynamoJobStore;
import dev.darkroom.core.redrive.Redrive;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has failed jobs processed again, and events that could not be delivered. */
@Command(
    name = "redrive",
    mixinStandardHelpOptions = true,
    version = "Darkroom",
    description = {
      "Has failed jobs processed again: where they failed, or from the original.",
      "It needs AWS credentials, and variables that say what to work on:",
      "locally `eval \"$(./darkroom env)\"` sets all of them, for AWS see docs/operations.md."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything was done or needed nothing",
      "2:some could not be done; the same command again tries it again",
      "1:the run broke"
    })
public final class RedriveCommand implements Callable<Integer> {
  private static final int BURST = 100;

  private final Installation installation;
  private final Supplier<Services> connect;
  private final PrintWriter out;

  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private What what;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "With --all-failed: only what ended within this time, as 30m, 1h or 14d.")
  private Duration since;

  @Option(names = "--dry-run", description = "Tell what would be done, and do nothing.")
  private boolean isDryRun;

  /** What is to be processed again. */
  static final class What {
    @Option(
        names = "--all-failed",
        required = true,
        description = "Every job that FAILED and whose execution Step Functions lists.")
    private boolean allFailed;

    @Option(
        names = "--undelivered",
        required = true,
        description = "The events of both dead-letter queues.")
    private boolean undelivered;

    @Parameters(paramLabel = "JOB", arity = "1..*", description = "Jobs, by their ids.")
    private List<String> jobs;
  }

  private RedriveCommand(
      Map<String, String> environment, Supplier<Services> connect, PrintStream out) {
    this.installation = new Installation(environment);
    this.connect = connect;
    this.out = new PrintWriter(out, false, UTF_8);
  }

  static RedriveCommand ofThisProcess() {
    return with(System.getenv(), System.out);
  }

  /** The command with another environment and output; the SDK's own settings are the process's. */
  public static RedriveCommand with(Map<String, String> environment, PrintStream out) {
    return new RedriveCommand(environment, Services::connect, out);
  }

  static RedriveCommand with(Map<String, String> environment, Services services, PrintStream out) {
    return new RedriveCommand(environment, () -> services, out);
  }

  @Override
  public Integer call() throws InterruptedException {
    if (since != null && !what.allFailed) {
      throw new ParameterException(spec.commandLine(), "--since goes with --all-failed.");
    }
    Report report = new Report(out);
    try (Services services = connect.get()) {
      if (what.undelivered) {
        deliver(services, report);
      } else {
        redrive(services, report);
      }
    }
    return report.end();
  }

  private void redrive(Services services, Report report) throws InterruptedException {
    Clock clock = Clock.systemUTC();
    DynamoJobStore jobs = new DynamoJobStore(services.dynamo(), installation.table(), clock);
    String stateMachine = installation.stateMachine();
    JobRedrives redrives =
        new JobRedrives(
            jobs,
            new Redrive(services.states(), jobs, stateMachine, installation.uploadsBucket(), clock),
            report,
            new Pace(BURST, 1));
    if (what.allFailed) {
      Instant from = since == null ? Instant.EPOCH : clock.instant().minus(since);
      for (JobRef ref : new FailedExecutions(services.states(), stateMachine).jobs(from)) {
        redrives.redrive(ref, isDryRun);
      }
      return;
    }
    for (String jobId : what.jobs) {
      Optional<JobRef> ref = jobs.locate(jobId);
      if (ref.isPresent()) {
        redrives.redrive(ref.get(), isDryRun);
      } else {
        report.failed(jobId, new IllegalArgumentException("there is no such job"));
      }
    }
  }

  private void deliver(Services services, Report report) {
    new DeadLetters(services.queues(), installation.undeliveredUploads(), report)
        .deliver(new UploadDelivery(services.states(), installation.stateMachine()), isDryRun);
    new DeadLetters(services.queues(), installation.undeliveredFailures(), report)
        .deliver(new FailureDelivery(services.functions(), installation.recordFailure()), isDryRun);
  }
}
