package dev.darkroom.bench.ways;

import dev.darkroom.imaging.jpeg.JpegCodec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a JVM that measures. */
public final class JavaCommand {
  /** What the collector does is done on the one thread that caused it. */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "-Djava.awt.headless=true",
          "-Dfile.encoding=UTF-8");

  /** Compilers' threads that come and go would take their time along. */
  private static final List<String> MEASURED =
      List.of("-Xms768m", "-Xmx768m", "-XX:-UseDynamicNumberOfCompilerThreads");

  /** Keeps Darkroom from its native code. */
  public static final String PURE_JAVA = "-D" + JpegCodec.PROPERTY + "=java";

  private JavaCommand() {}

  /** The command for a main class of this program's class path, with more options. */
  public static List<String> of(Class<?> main, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    return command;
  }

  static List<String> of(Way way) {
    List<String> options = new ArrayList<>(MEASURED);
    if (way == Way.DARKROOM_JAVA) {
      options.add(PURE_JAVA);
    }
    List<String> command = of(JavaWorker.class, options);
    command.add(way.name());
    return command;
  }
}
