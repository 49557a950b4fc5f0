package dev.darkroom.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.darkroom.api.access.Emails;
import dev.darkroom.api.access.OpenIdEmails;
import dev.darkroom.api.account.Account;
import dev.darkroom.api.account.ChangeMe;
import dev.darkroom.api.account.GetMe;
import dev.darkroom.api.account.Notifications;
import dev.darkroom.api.account.Subscriptions;
import dev.darkroom.api.http.Router;
import dev.darkroom.core.Environment;
import dev.darkroom.core.JobStore;
import dev.darkroom.core.ProfileStore;
import dev.darkroom.core.dynamo.DynamoJobStore;
import dev.darkroom.core.dynamo.DynamoProfileStore;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** What users decide about themselves: the function behind {@code /api/me}. */
public final class AccountApi
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final Router router;

  /** Wires the function from its environment; Lambda calls this. */
  public AccountApi() {
    this(System.getenv());
  }

  /**
   * Wires the function from the given environment.
   *
   * @param env {@code TABLE}, {@code ISSUER}, {@code TOPIC_ARN}, and what {@link Delivery} reads
   * @throws IllegalArgumentException naming the variable that is missing or out of range
   */
  public AccountApi(Map<String, String> env) {
    this(new Environment(env), Aws.dynamo(), Clock.systemUTC());
  }

  private AccountApi(Environment env, DynamoDbClient dynamo, Clock clock) {
    this(
        new DynamoProfileStore(dynamo, env.text("TABLE")),
        new DynamoJobStore(dynamo, env.text("TABLE"), clock),
        env,
        clock);
  }

  private AccountApi(ProfileStore profiles, JobStore jobs, Environment env, Clock clock) {
    this(
        profiles,
        new OpenIdEmails(env.text("ISSUER"), profiles, clock),
        new Notifications(new Subscriptions(Aws.sns(), env.text("TOPIC_ARN")), profiles, clock),
        new Account(jobs, Delivery.from(env.variables()).urls(S3Presigner.create(), clock)));
  }

  AccountApi(ProfileStore profiles, Emails emails, Notifications notifications, Account account) {
    router =
        new Router(
            Map.of(
                "GET /api/me", new GetMe(profiles, emails, notifications, account),
                "PATCH /api/me", new ChangeMe(profiles, emails, notifications, account)));
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return router.respond(event);
  }
}
