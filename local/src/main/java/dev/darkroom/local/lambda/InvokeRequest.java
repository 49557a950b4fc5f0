package dev.darkroom.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.http.Request;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a caller of Invoke asks for.
 *
 * @param function the function as it was named, with its alias or version
 * @param type when the caller is answered
 * @param payload the event; an empty map where the caller sent none
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>
 */
record InvokeRequest(String function, InvocationType type, JsonNode payload) {
  /** When the caller is answered: with the function's answer, at once, or without a call. */
  enum InvocationType {
    REQUEST_RESPONSE(6 * 1024 * 1024),
    EVENT(1024 * 1024),
    DRY_RUN(6 * 1024 * 1024);

    /** In bytes. */
    private final int largestPayload;

    InvocationType(int largestPayload) {
      this.largestPayload = largestPayload;
    }
  }

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final Pattern PATH =
      Pattern.compile("/2015-03-31/functions/(?<function>[^/]+)/invocations/?");
  private static final Pattern QUALIFIER =
      Pattern.compile("(?:.*&)?Qualifier=(?<qualifier>[^&]*)(?:&.*)?");

  /**
   * Reads a request.
   *
   * @throws AwsError when it is no call of Invoke, or not one that Lambda would take
   */
  static InvokeRequest of(Request request) throws IOException {
    Matcher path = PATH.matcher(request.uri().getRawPath());
    if (!request.method().equals("POST") || !path.matches()) {
      throw new AwsError(
          404,
          "UnknownOperationException",
          request.method() + " " + request.uri().getPath() + " is not supported locally.");
    }
    refuse(request, "X-Amz-Client-Context");
    refuse(request, "X-Amz-Tenant-Id");
    request
        .header("X-Amz-Log-Type")
        .filter(log -> !log.equals("None"))
        .ifPresent(log -> refuse(request, "X-Amz-Log-Type"));
    InvocationType type = type(request.header("X-Amz-Invocation-Type").orElse("RequestResponse"));
    return new InvokeRequest(
        qualified(URLDecoder.decode(path.group("function"), UTF_8), qualifier(request)),
        type,
        payload(request.body(), type));
  }

  private static InvocationType type(String name) {
    return switch (name) {
      case "RequestResponse" -> InvocationType.REQUEST_RESPONSE;
      case "Event" -> InvocationType.EVENT;
      case "DryRun" -> InvocationType.DRY_RUN;
      default ->
          throw AwsError.badRequest(
              "InvalidParameterValueException",
              "The invocation type " + name + " is none of RequestResponse, Event and DryRun.");
    };
  }

  private static Optional<String> qualifier(Request request) {
    return Optional.ofNullable(request.uri().getRawQuery())
        .map(QUALIFIER::matcher)
        .filter(Matcher::matches)
        .map(query -> URLDecoder.decode(query.group("qualifier"), UTF_8));
  }

  private static String qualified(String function, Optional<String> qualifier) {
    Optional<String> derived =
        FunctionReference.parse(function).flatMap(FunctionReference::qualifier);
    if (qualifier.isEmpty() || qualifier.equals(derived)) {
      return function;
    }
    if (derived.isPresent()) {
      throw AwsError.badRequest(
          "InvalidParameterValueException",
          "The name's qualifier " + derived.get() + " is not the qualifier " + qualifier.get());
    }
    return function + ":" + qualifier.get();
  }

  private static JsonNode payload(byte[] body, InvocationType type) throws IOException {
    if (body.length > type.largestPayload) {
      throw new AwsError(
          413,
          "RequestTooLargeException",
          body.length + " bytes are more than the " + type.largestPayload + " that Invoke takes.");
    }
    if (body.length == 0) {
      return JSON.createObjectNode();
    }
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw AwsError.badRequest(
          "InvalidRequestContentException", "The payload is not JSON: " + e.getOriginalMessage());
    }
  }

  private static void refuse(Request request, String header) {
    if (request.header(header).isPresent()) {
      throw AwsError.badRequest(
          "InvalidParameterValueException", header + " is not supported locally.");
    }
  }
}
