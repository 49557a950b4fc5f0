package dev.darkroom.bench.ways;

import dev.darkroom.imaging.jpeg.JpegCodec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.imgscalr.Scalr;

/**
 * Goes one way in a JVM of its own, as told line by line:
 *
 * <pre>
 * run TAB times TAB file      makes the renditions so many times
 * save TAB file TAB folder    makes them once and keeps them as folder/160.jpg and so on
 * </pre>
 *
 * It answers {@code done}, or {@code failed} and why, one line each, after a first line with
 * versions.
 */
public final class JavaWorker {
  private JavaWorker() {}

  public static void main(String[] arguments) throws IOException {
    ImageIO.setUseCache(false);
    RenditionMaker maker = maker(Way.valueOf(arguments[0]));
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    answers.println("Java " + System.getProperty("java.version") + ", " + JpegCodec.inUse().name());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        answers.println(answer(maker, line.split("\t")));
      }
    }
  }

  private static RenditionMaker maker(Way way) {
    return switch (way) {
      case DARKROOM, DARKROOM_JAVA -> new DarkroomWay();
      case TUTORIAL -> new TutorialWay();
      case SCALR_BALANCED -> new ScalrWay(Scalr.Method.BALANCED);
      case SCALR_QUALITY -> new ScalrWay(Scalr.Method.QUALITY);
      case THUMBNAILATOR -> new ThumbnailatorWay();
      case SHARP, SHARP_CASCADE -> throw new IllegalArgumentException(way + " runs under node");
    };
  }

  private static String answer(RenditionMaker maker, String[] request) {
    try {
      switch (request[0]) {
        case "run" -> run(maker, Integer.parseInt(request[1]), Path.of(request[2]));
        case "save" -> save(maker, Path.of(request[1]), Path.of(request[2]));
        default -> throw new IllegalArgumentException("There is no request " + request[0]);
      }
      return "done";
    } catch (IOException | RuntimeException e) {
      return "failed\t" + String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    }
  }

  private static void run(RenditionMaker maker, int times, Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < times; i++) {
      maker.make(bytes);
    }
  }

  private static void save(RenditionMaker maker, Path file, Path folder) throws IOException {
    List<byte[]> renditions = maker.make(Files.readAllBytes(file));
    Files.createDirectories(folder);
    for (int i = 0; i < renditions.size(); i++) {
      Files.write(folder.resolve(DefaultSizes.LONG_EDGES.get(i) + ".jpg"), renditions.get(i));
    }
  }
}
