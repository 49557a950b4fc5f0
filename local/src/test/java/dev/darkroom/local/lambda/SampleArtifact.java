package dev.darkroom.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A jar of the sample handlers, and nothing else. */
record SampleArtifact(Path jar) {
  private static final String PACKAGE = "dev.darkroom.local.lambda.sample";
  private static final String ACCOUNT = "arn:aws:lambda:us-east-1:000000000000:function:";

  static SampleArtifact in(Path folder) {
    Path jar = folder.resolve("lambda.jar");
    String directory = PACKAGE.replace('.', '/');
    Path classes = Path.of("target", "test-classes", directory);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
        DirectoryStream<Path> files = Files.newDirectoryStream(classes, "*.class")) {
      for (Path file : files) {
        zip.putNextEntry(new ZipEntry(directory + "/" + file.getFileName()));
        Files.copy(file, zip);
      }
      return new SampleArtifact(jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String handler(Class<?> sample) {
    return sample.getName() + "::handleRequest";
  }

  /** A function, named as its handler, that may take its time. */
  FunctionSettings function(Class<?> sample) {
    return function(sample, Map.of(), Duration.ofMinutes(1));
  }

  FunctionSettings function(Class<?> sample, Map<String, String> environment, Duration timeout) {
    String name = sample.getSimpleName();
    return new FunctionSettings(
        name, ACCOUNT + name, jar, handler(sample), environment, timeout, 512);
  }
}
