package dev.darkroom.local.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.deploy.EmbeddedCloud;
import dev.darkroom.local.lambda.FunctionError;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/**
 * The API's functions, called as API Gateway calls them, for whatever user is wanted: nobody has to
 * sign in.
 */
final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EmbeddedCloud cloud;
  private final HttpClient http = HttpClient.newHttpClient();

  Api(EmbeddedCloud cloud) {
    this.cloud = cloud;
  }

  /** An answer of the API. */
  record Answer(int status, JsonNode body) {}

  /**
   * Sends a request.
   *
   * @param function the function behind the route, as in the template
   * @param route as {@code GET /api/jobs/{jobId}}
   * @param parameters of the route's path, by name
   * @param body null for none
   */
  Answer send(
      String function, String route, String owner, Map<String, String> parameters, JsonNode body)
      throws FunctionError, InterruptedException, IOException {
    ObjectNode event = JSON.createObjectNode().put("version", "2.0").put("routeKey", route);
    String path = route.substring(route.indexOf(' ') + 1);
    for (Map.Entry<String, String> each : parameters.entrySet()) {
      path = path.replace("{" + each.getKey() + "}", each.getValue());
    }
    event.put("rawPath", path).put("rawQueryString", "");
    event.putObject("headers").put("authorization", "Bearer none");
    ObjectNode context = event.putObject("requestContext").put("routeKey", route);
    context
        .putObject("http")
        .put("method", route.substring(0, route.indexOf(' ')))
        .put("path", path);
    context
        .putObject("authorizer")
        .putObject("jwt")
        .putObject("claims")
        .put("sub", owner)
        .put("token_use", "access")
        .put("cognito:groups", "[uploader]");
    parameters.forEach(event.putObject("pathParameters")::put);
    event
        .putObject("stageVariables")
        .put("MAX_BYTES", "1000000")
        .put("UPLOADS_PER_HOUR", "1000")
        .put("BYTES_PER_DAY", "1000000000");
    if (body != null) {
      event.put("body", body.toString()).put("isBase64Encoded", false);
    }
    JsonNode answer = cloud.functions().invoke("darkroom-" + function, event);
    String text = answer.path("body").asText("");
    return new Answer(
        answer.path("statusCode").asInt(), text.isEmpty() ? JSON.nullNode() : JSON.readTree(text));
  }

  /** Makes an album, and gives its id. */
  String album(String owner) throws Exception {
    Answer answer =
        send(
            "GalleryFunction",
            "POST /api/albums",
            owner,
            Map.of(),
            JSON.createObjectNode().put("title", "Sweep"));
    return done(answer, 201).path("albumId").asText();
  }

  /** Announces a photo for an album, with a caption; gives the ticket. */
  JsonNode announce(String owner, String albumId, Photo photo) throws Exception {
    ObjectNode body =
        JSON.createObjectNode()
            .put("fileName", photo.fileName())
            .put("contentType", photo.contentType())
            .put("contentLength", photo.bytes().length)
            .put("caption", "By the lake")
            .put("albumId", albumId);
    return done(send("UploadsFunction", "POST /api/uploads", owner, Map.of(), body), 201);
  }

  /** Puts an announced photo. */
  void put(JsonNode ticket, Photo photo) throws IOException, InterruptedException {
    HttpRequest.Builder put =
        HttpRequest.newBuilder(URI.create(ticket.path("uploadUrl").asText()))
            .PUT(BodyPublishers.ofByteArray(photo.bytes()));
    ticket.path("headers").properties().stream()
        .filter(header -> !header.getKey().equals("content-length"))
        .forEach(header -> put.header(header.getKey(), header.getValue().asText()));
    HttpResponse<String> answer = http.send(put.build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("S3 answers " + answer.statusCode() + " " + answer.body());
    }
  }

  void delete(String owner, String jobId) throws Exception {
    done(
        send(
            "GalleryFunction",
            "DELETE /api/images/{imageId}",
            owner,
            Map.of("imageId", jobId),
            null),
        204);
  }

  Answer redrive(String owner, String jobId) throws Exception {
    return send(
        "UploadsFunction", "POST /api/jobs/{jobId}/redrive", owner, Map.of("jobId", jobId), null);
  }

  private static JsonNode done(Answer answer, int expected) {
    if (answer.status() != expected) {
      throw new AssertionError("The API answers " + answer);
    }
    return answer.body();
  }
}
