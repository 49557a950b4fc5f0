import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * Measures the time from an accepted PUT to COMPLETED, against a running {@code ./darkroom up}:
 *
 * <pre>eval "$(./darkroom env)"; java bench/UploadLatency.java UPLOADS AT_ONCE [JPEG]</pre>
 *
 * Without a file it makes one of 6 megapixels.
 */
public final class UploadLatency {
  private static final Pattern FIELD = Pattern.compile("\"(\\w[\\w-]*)\":\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final long PATIENCE_SECONDS = 120;
  /** Forty polls a second in all, so that polling does not become the load. */
  private static final long POLLS_A_SECOND = 40;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String api = System.getenv("DARKROOM_API");
  private final String token = System.getenv("DARKROOM_TOKEN");
  private final int atOnce;

  private UploadLatency(int atOnce) {
    this.atOnce = atOnce;
  }

  public static void main(String[] arguments) throws Exception {
    int uploads = Integer.parseInt(arguments[0]);
    int atOnce = Integer.parseInt(arguments[1]);
    byte[] photo = arguments.length > 2 ? Files.readAllBytes(Path.of(arguments[2])) : sixMegapixels();
    UploadLatency bench = new UploadLatency(atOnce);
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
    List<Callable<Double>> work = Collections.nCopies(uploads, () -> bench.millis(photo));
    List<Double> millis = new ArrayList<>();
    long start = System.nanoTime();
    for (Future<Double> done : threads.invokeAll(work)) {
      millis.add(done.get());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    threads.shutdown();
    Collections.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%d uploads of %d bytes, %d at once: p50 %.0f ms, p95 %.0f ms, max %.0f ms, %.1f uploads/s%n",
        uploads,
        photo.length,
        atOnce,
        percentile(millis, 50),
        percentile(millis, 95),
        millis.get(millis.size() - 1),
        uploads / seconds);
  }

  private double millis(byte[] photo) throws IOException, InterruptedException {
    String body =
        "{\"fileName\":\"six.jpg\",\"contentType\":\"image/jpeg\",\"contentLength\":" + photo.length + "}";
    String upload =
        http.send(request("/uploads").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString())
            .body();
    String jobId = field(upload, "jobId");
    HttpRequest put =
        HttpRequest.newBuilder(URI.create(field(upload, "uploadUrl")))
            .header("content-type", field(upload, "content-type"))
            .header("if-none-match", field(upload, "if-none-match"))
            .header("x-amz-meta-job-id", field(upload, "x-amz-meta-job-id"))
            .PUT(BodyPublishers.ofByteArray(photo))
            .build();
    int status = http.send(put, BodyHandlers.discarding()).statusCode();
    long accepted = System.nanoTime();
    if (status != 200) {
      throw new IOException("PUT answered " + status);
    }
    while (System.nanoTime() - accepted < PATIENCE_SECONDS * 1_000_000_000L) {
      String job =
          http.send(request("/jobs/" + jobId).GET().build(), BodyHandlers.ofString()).body();
      switch (field(job, "status")) {
        case "COMPLETED":
          return (System.nanoTime() - accepted) / 1e6;
        case "REJECTED", "FAILED":
          throw new IOException(job);
        default:
          TimeUnit.MILLISECONDS.sleep(1000L * atOnce / POLLS_A_SECOND);
      }
    }
    throw new IOException("Job " + jobId + " is not settled after " + PATIENCE_SECONDS + " s.");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(api + path))
        .header("authorization", "Bearer " + token)
        .header("content-type", "application/json");
  }

  private static String field(String json, String name) throws IOException {
    Matcher fields = FIELD.matcher(json);
    while (fields.find()) {
      if (fields.group(1).equals(name)) {
        return fields.group(2);
      }
    }
    throw new IOException("No " + name + " in " + json);
  }

  private static double percentile(List<Double> sorted, int percent) {
    return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
  }

  /** Soft shapes under noise, so that the file has about a photo's size. */
  private static byte[] sixMegapixels() throws IOException {
    Random random = new Random(6);
    BufferedImage image = new BufferedImage(3000, 2000, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    for (int i = 0; i < 400; i++) {
      graphics.setColor(new Color(random.nextInt(1 << 24)));
      graphics.fillOval(random.nextInt(3000), random.nextInt(2000), 50 + random.nextInt(600), 50 + random.nextInt(400));
    }
    graphics.dispose();
    for (int y = 0; y < 2000; y++) {
      for (int x = 0; x < 3000; x++) {
        int noise = random.nextInt(16);
        image.setRGB(x, y, image.getRGB(x, y) & 0xF0F0F0 | noise << 16 | noise << 8 | noise);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", bytes);
    return bytes.toByteArray();
  }
}
