package dev.darkroom.bench.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The API of the running {@code ./darkroom up}, called as its user.
 *
 * @param url with {@code /api}
 * @param token an access token
 */
public record RunningApi(String url, String token) {
  private static final Pattern FIELD =
      Pattern.compile("\"(\\w[\\w-]*)\":\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** The one that the launcher found. */
  public static RunningApi ofEnvironment() {
    return new RunningApi(System.getenv("DARKROOM_API"), System.getenv("DARKROOM_TOKEN"));
  }

  /**
   * Announces a JPEG and sends it.
   *
   * @return the job's id
   */
  public String upload(byte[] jpeg) throws IOException, InterruptedException {
    Ticket ticket = announce("image/jpeg", jpeg.length);
    int status = ticket.put(HTTP, jpeg);
    if (status != 200) {
      throw new IOException("The PUT of job " + ticket.jobId() + " answered " + status);
    }
    return ticket.jobId();
  }

  /** Announces a file. */
  public Ticket announce(String contentType, long bytes) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request("/uploads").POST(BodyPublishers.ofString(announcement(contentType, bytes)));
    return Ticket.of(send(request, 201));
  }

  /**
   * What a path of the API answers.
   *
   * @throws IOException when it is not done
   */
  public String get(String path) throws IOException, InterruptedException {
    return send(request(path).GET(), 200);
  }

  /** The body that announces a file. */
  static String announcement(String contentType, long bytes) {
    return "{\"fileName\":\"bench."
        + contentType.substring(contentType.indexOf('/') + 1)
        + "\",\"contentType\":\""
        + contentType
        + "\",\"contentLength\":"
        + bytes
        + "}";
  }

  /**
   * The text of the first field with this name.
   *
   * @throws IOException when there is none
   */
  public static String field(String json, String name) throws IOException {
    Matcher fields = FIELD.matcher(json);
    while (fields.find()) {
      if (fields.group(1).equals(name)) {
        return fields.group(2);
      }
    }
    throw new IOException("No " + name + " in " + json);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("authorization", "Bearer " + token)
        .header("content-type", "application/json");
  }

  private static String send(HttpRequest.Builder request, int wanted)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() != wanted) {
      throw new IOException(
          answer.request().method()
              + " "
              + answer.uri().getPath()
              + " answered "
              + answer.statusCode()
              + " "
              + answer.body());
    }
    return answer.body();
  }
}
