package dev.darkroom.local.sns;

import dev.darkroom.local.http.AwsError;
import dev.darkroom.local.http.Reply;
import dev.darkroom.local.http.Request;
import dev.darkroom.local.http.Service;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Answers SNS's Query protocol: parameters in a form or a query, answers in XML. */
final class SnsEndpoint implements Service {
  private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

  /** What the links in mails do; whoever has the token or the subscription's id may. */
  private static final Set<String> OPEN = Set.of("ConfirmSubscription", "Unsubscribe");

  private final Map<String, Operation> operations;

  SnsEndpoint(Map<String, Operation> operations) {
    this.operations = Map.copyOf(operations);
  }

  @Override
  public Reply handle(Request request) {
    if (!List.of("GET", "POST").contains(request.method())) {
      return Reply.empty(405);
    }
    String requestId = UUID.randomUUID().toString();
    try {
      QueryRequest query = QueryRequest.of(request);
      String action = action(query);
      List<XmlElement> result = operations.get(action).call(query);
      return OPEN.contains(action) && byPerson(request)
          ? LinkPage.reply(action, query, result)
          : xml(200, answer(action, result, requestId));
    } catch (AwsError e) {
      return xml(e.status(), error(e, requestId));
    }
  }

  private String action(QueryRequest query) {
    String action = query.optional("Action").orElse("");
    if (!operations.containsKey(action)) {
      throw AwsError.badRequest(
          action.isEmpty() ? "MissingAction" : "InvalidAction",
          "The operation '" + action + "' is not supported locally.");
    }
    // Asked for, though not verified: a web page that posts a form to this port cannot set it.
    if (!query.signed() && !OPEN.contains(action)) {
      throw new AwsError(
          403, "MissingAuthenticationToken", "Request is missing Authentication Token");
    }
    return action;
  }

  private static boolean byPerson(Request request) {
    return request.method().equals("GET")
        && request.header("accept").filter(accept -> accept.contains("text/html")).isPresent();
  }

  private static XmlElement answer(String action, List<XmlElement> result, String requestId) {
    XmlElement metadata =
        XmlElement.of("ResponseMetadata", XmlElement.text("RequestId", requestId));
    return XmlElement.of(action + "Response", XmlElement.of(action + "Result", result), metadata)
        .with("xmlns", NAMESPACE);
  }

  private static XmlElement error(AwsError error, String requestId) {
    return XmlElement.of(
            "ErrorResponse",
            XmlElement.of(
                "Error",
                XmlElement.text("Type", error.status() < 500 ? "Sender" : "Receiver"),
                XmlElement.text("Code", error.code()),
                XmlElement.text("Message", error.getMessage())),
            XmlElement.text("RequestId", requestId))
        .with("xmlns", NAMESPACE);
  }

  private static Reply xml(int status, XmlElement document) {
    return Reply.text(status, "text/xml; charset=utf-8", document.document());
  }
}
