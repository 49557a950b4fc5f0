package dev.darkroom.local.cli;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/**
 * Two people who upload small photos, and now and then a file that is none, as fast as they may.
 */
final class Load implements AutoCloseable {
  private static final int PEOPLE = 2;
  private static final int BAD_EVERY = 7;

  private final PatientClient client;
  private final Semaphore allowed = new Semaphore(0);
  private final AtomicInteger files = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private final Map<String, Boolean> goodByJob = new ConcurrentHashMap<>();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final List<Thread> people = new CopyOnWriteArrayList<>();

  Load(PatientClient client) {
    this.client = client;
    for (int i = 0; i < PEOPLE; i++) {
      Thread person = new Thread(this::upload, "uploads-" + i);
      person.setDaemon(true);
      person.start();
      people.add(person);
    }
  }

  /** Lets them upload so many more. */
  void allow(int uploads) {
    underWay.addAndGet(uploads);
    allowed.release(uploads);
  }

  /** Whether each upload that was allowed has been taken. */
  boolean isDone() {
    if (!failures.isEmpty()) {
      throw new AssertionError(failures.get(0));
    }
    return underWay.get() == 0;
  }

  /** The jobs whose files S3 has; whether each file is a photo. */
  Map<String, Boolean> jobs() {
    return goodByJob;
  }

  @Override
  public void close() {
    people.forEach(Thread::interrupt);
  }

  private void upload() {
    try {
      while (true) {
        allowed.acquire();
        int number = files.incrementAndGet();
        boolean good = number % BAD_EVERY != 0;
        byte[] file =
            good ? photo(number) : ("no photo " + number).getBytes(StandardCharsets.UTF_8);
        goodByJob.put(client.upload(number + ".jpg", file), good);
        underWay.decrementAndGet();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // They are sent home.
    } catch (IOException | RuntimeException | AssertionError e) {
      failures.add(e);
    }
  }

  private static byte[] photo(int number) throws IOException {
    BufferedImage image = new BufferedImage(200, 150, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.getHSBColor(number / 50f, 1, 1));
    graphics.fillRect(number % 100, 0, 100, 150);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", bytes);
    return bytes.toByteArray();
  }
}
