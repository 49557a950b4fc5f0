package dev.darkroom.bench.micro;

import dev.darkroom.bench.Folders;
import dev.darkroom.bench.report.MachineFacts;
import dev.darkroom.bench.report.MarkdownTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Times the parts of a rendition by JMH. */
@Command(
    name = "imaging-micro",
    description = "Times decode, reduction and encode by JMH, and writes docs/benchmarks/micro.md.")
public final class MicroCommand implements Callable<Integer> {
  private static final String PACKAGE = "dev.darkroom.bench.micro.";

  @Parameters(
      paramLabel = "PATTERN",
      arity = "0..1",
      description = "Run the benchmarks whose names match; the table is then printed only.")
  private String pattern;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description = "Of half a second each, after as many to warm up (default: ${DEFAULT-VALUE}).")
  private int iterations = 5;

  @Override
  public Integer call() throws IOException, RunnerException {
    if (iterations < 3) {
      throw new IllegalArgumentException("An error cannot be told from fewer than 3 iterations.");
    }
    TimeValue halfASecond = TimeValue.milliseconds(500);
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(PACKAGE.replace(".", "\\.") + (pattern == null ? "" : ".*" + pattern))
                    .mode(Mode.AverageTime)
                    .timeUnit(TimeUnit.MILLISECONDS)
                    .forks(1)
                    .jvmArgs("-Xmx1g", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED")
                    .warmupIterations(iterations)
                    .warmupTime(halfASecond)
                    .measurementIterations(iterations)
                    .measurementTime(halfASecond)
                    .shouldFailOnError(true)
                    .build())
            .run();
    String table = table(results).toString();
    if (pattern != null) {
      System.out.print(table);
      return 0;
    }
    Path file = Folders.ofProject().results("micro.md");
    Files.writeString(
        file,
        String.join(
            "\n",
            "# Parts of a rendition",
            "",
            "<!-- Written by the benchmark; the next run overwrites it. -->",
            "",
            "By JMH, of a painted photo of 3000 × 2000 pixels; elapsed time of one thread.",
            "",
            "- " + MachineFacts.line(),
            "- `./darkroom bench imaging-micro --iterations " + iterations + "`",
            "",
            table));
    System.out.println(file);
    return 0;
  }

  private static MarkdownTable table(Collection<RunResult> results) {
    MarkdownTable table =
        MarkdownTable.ofFigures(List.of("benchmark", "parameters", "ms", "± 99.9 %"));
    for (RunResult result : results) {
      BenchmarkParams benchmark = result.getParams();
      Result<?> time = result.getPrimaryResult();
      table.row(
          List.of(
              benchmark.getBenchmark().substring(PACKAGE.length()).replace("Benchmark", ""),
              benchmark.getParamsKeys().stream()
                  .map(key -> key + " " + benchmark.getParam(key))
                  .collect(Collectors.joining(", ")),
              String.format(Locale.ROOT, "%.2f", time.getScore()),
              String.format(Locale.ROOT, "%.2f", time.getScoreError())));
    }
    return table;
  }
}
