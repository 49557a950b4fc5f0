package dev.darkroom.operator;

import dev.darkroom.core.Job;
import dev.darkroom.core.JobDeleted;
import dev.darkroom.core.JobError;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.redrive.NotFailed;
import dev.darkroom.core.redrive.Redrive;
import dev.darkroom.core.redrive.Redriven;
import java.util.Optional;

/** Redrives jobs, one after the other, and reports each in a line. */
final class JobRedrives {
  private final JobStore jobs;
  private final Redrive redrive;
  private final Report report;

  /** AWS refills one DescribeStateMachineForExecution a second, up to 200. */
  private final Pace pace;

  JobRedrives(JobStore jobs, Redrive redrive, Report report, Pace pace) {
    this.jobs = jobs;
    this.redrive = redrive;
    this.report = report;
    this.pace = pace;
  }

  /** Redrives a job if it has failed. */
  void redrive(JobRef ref, boolean isDryRun) throws InterruptedException {
    try {
      Optional<Job> job = jobs.find(ref);
      if (job.isEmpty()) {
        report.leftAlone(ref.jobId(), "deleted");
      } else if (job.get().status() != JobStatus.FAILED) {
        report.leftAlone(ref.jobId(), job.get().status().name());
      } else if (isDryRun) {
        report.wouldRedrive(ref.jobId(), why(job.get()));
      } else {
        pace.await();
        redrive(job.get());
      }
    } catch (NotFailed e) {
      report.leftAlone(ref.jobId(), e.status().name());
    } catch (JobDeleted e) {
      report.leftAlone(ref.jobId(), "deleted");
    } catch (RuntimeException e) {
      report.failed(ref.jobId(), e);
    }
  }

  private void redrive(Job job) {
    Redriven redriven = redrive.redrive(job.ref());
    if (redriven.isNew()) {
      String reason = redriven.reason() == null ? "" : " " + redriven.reason();
      report.done(job.jobId(), why(job), redriven.way() + reason + " at " + redriven.step());
    } else {
      report.leftAlone(job.jobId(), redriven.job().status().name());
    }
  }

  private static String why(Job job) {
    JobError error = job.error();
    if (error == null) {
      return "-  -";
    }
    return error.failure() == null
        ? "-  " + error.code()
        : or(error.failure().step(), "-") + "  " + or(error.failure().error(), error.code());
  }

  private static String or(String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
