package dev.darkroom.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** A jar that is deployed. Classes are named as in a class file: {@code java/lang/Object}. */
final class Artifact implements AutoCloseable {
  private static final String CLASS = ".class";
  private static final String SERVICES = "META-INF/services/";

  private final JarFile jar;
  private final Set<String> classes = new TreeSet<>();

  Artifact(Path file) throws IOException {
    jar = new JarFile(file.toFile());
    jar.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.endsWith(CLASS) && !name.startsWith("META-INF/"))
        .forEach(name -> classes.add(name.substring(0, name.length() - CLASS.length())));
  }

  Set<String> classes() {
    return classes;
  }

  ClassFile read(String name) {
    return ClassFile.read(bytes(name + CLASS));
  }

  /** Classes that the jar lacks, though some class leads to them, of those to begin with. */
  Set<String> missing(Predicate<String> beginning) {
    Set<String> seen = new HashSet<>();
    Set<String> missing = new TreeSet<>();
    Deque<String> next = new ArrayDeque<>(classes.stream().filter(beginning).toList());
    next.addAll(providers());
    while (!next.isEmpty()) {
      String name = next.pop();
      if (classes.contains(name)) {
        read(name).references().stream().filter(seen::add).forEach(next::push);
      } else if (!isOfThePlatform(name)) {
        missing.add(name);
      }
    }
    return missing;
  }

  /** The classes that a service loader finds. */
  private Set<String> providers() {
    Set<String> providers = new HashSet<>();
    jar.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.startsWith(SERVICES) && !name.endsWith("/"))
        .flatMap(name -> new String(bytes(name), UTF_8).lines())
        .map(line -> line.replaceFirst("#.*", "").strip().replace('.', '/'))
        .filter(classes::contains)
        .forEach(providers::add);
    return providers;
  }

  private byte[] bytes(String name) {
    try (InputStream entry = jar.getInputStream(jar.getEntry(name))) {
      return entry.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOfThePlatform(String name) {
    return ClassLoader.getPlatformClassLoader().getResource(name + CLASS) != null;
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }
}
