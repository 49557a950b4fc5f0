package dev.darkroom.client.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.client.http.Calls;
import dev.darkroom.client.http.RetryAfter;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Darkroom's HTTP API, as its users call it. Each call throws {@link Refused} when the API says no,
 * and {@link IOException} when it does not answer.
 */
public final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int UNAUTHENTICATED = 401;

  private final URI address;
  private final AccessTokens tokens;
  private final Calls calls;

  /**
   * An API at an address.
   *
   * @param address with {@code /api}, without a slash at the end
   */
  public Api(URI address, AccessTokens tokens, Calls calls) {
    this.address = address;
    this.tokens = tokens;
    this.calls = calls;
  }

  /** What the API at an address tells everybody; no token is sent. */
  public static Installation installation(URI address, Calls calls)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        calls.send(
            () -> HttpRequest.newBuilder(uri(address, "/settings")).timeout(TIMEOUT).build());
    if (answer.statusCode() != OK) {
      throw new IOException(
          "There is no Darkroom API at %s: /settings answered %d."
              .formatted(address, answer.statusCode()));
    }
    return Installation.of(JSON.readTree(answer.body()));
  }

  /**
   * Announces files, all in one call. A call that is repeated because its answer was lost makes
   * jobs that are never uploaded, and count against the uploader's limits.
   *
   * @return a ticket for each, in the order of the files
   */
  public List<Ticket> announce(
      List<NewUpload> files, Optional<String> albumId, Optional<String> caption)
      throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode();
    files.forEach(file -> body.withArray("files").add(file.json()));
    albumId.ifPresent(id -> body.put("albumId", id));
    caption.ifPresent(text -> body.put("caption", text));
    List<Ticket> tickets = new ArrayList<>();
    post("/uploads/batch", body).required("items").forEach(item -> tickets.add(Ticket.of(item)));
    if (tickets.size() != files.size()) {
      throw new IOException(
          "The API gave %d tickets for %d files.".formatted(tickets.size(), files.size()));
    }
    return tickets;
  }

  /** A job as it is now. */
  public Job job(String jobId) throws IOException, InterruptedException {
    HttpResponse<String> answer = get("/jobs/" + encoded(jobId));
    return new Job(JSON.readTree(answer.body()), RetryAfter.of(answer));
  }

  /** All albums that a list of albums has, page by page. */
  public List<Album> albums() throws IOException, InterruptedException {
    List<Album> albums = new ArrayList<>();
    String path = "/albums?limit=100";
    while (path != null) {
      JsonNode page = JSON.readTree(get(path).body());
      page.required("items").forEach(item -> albums.add(Album.of(item)));
      JsonNode next = page.path("nextCursor");
      path = next.isTextual() ? "/albums?limit=100&cursor=" + encoded(next.asText()) : null;
    }
    return albums;
  }

  /** Makes an album. */
  public Album createAlbum(String title) throws IOException, InterruptedException {
    return Album.of(post("/albums", JSON.createObjectNode().put("title", title)));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(OK, HttpRequest.newBuilder(uri(address, path)).GET());
  }

  private JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(address, path))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()));
    return JSON.readTree(send(CREATED, request).body());
  }

  private HttpResponse<String> send(int wanted, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    String token = tokens.current();
    HttpResponse<String> answer = send(request, token);
    if (answer.statusCode() == UNAUTHENTICATED) {
      answer = send(request, tokens.insteadOf(token));
    }
    if (answer.statusCode() != wanted) {
      throw Refused.by(answer);
    }
    return answer;
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String token)
      throws IOException, InterruptedException {
    request.timeout(TIMEOUT).setHeader("authorization", "Bearer " + token);
    return calls.send(request::build);
  }

  private static URI uri(URI address, String path) {
    return URI.create(address + path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
