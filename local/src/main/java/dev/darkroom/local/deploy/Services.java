package dev.darkroom.local.deploy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.cloudwatch.CloudWatch;
import dev.darkroom.local.deploy.Ports.Part;
import dev.darkroom.local.dynamodb.DynamoDbLocal;
import dev.darkroom.local.events.Backoff;
import dev.darkroom.local.events.EventBus;
import dev.darkroom.local.events.S3Events;
import dev.darkroom.local.http.LoopbackServer;
import dev.darkroom.local.http.Service;
import dev.darkroom.local.journal.Outbox;
import dev.darkroom.local.lambda.AsyncInvocations;
import dev.darkroom.local.lambda.EmbeddedFunctions;
import dev.darkroom.local.lambda.Functions;
import dev.darkroom.local.lambda.InvokeEndpoint;
import dev.darkroom.local.mail.Inbox;
import dev.darkroom.local.mail.InboxPage;
import dev.darkroom.local.mail.Mailer;
import dev.darkroom.local.rekognition.Rekognition;
import dev.darkroom.local.s3.Credentials;
import dev.darkroom.local.s3.ObjectStorage;
import dev.darkroom.local.s3.StoredObjects;
import dev.darkroom.local.scheduler.Scheduler;
import dev.darkroom.local.secrets.SecretsManager;
import dev.darkroom.local.sns.Sns;
import dev.darkroom.local.sqs.Queues;
import dev.darkroom.local.states.StepFunctions;
import dev.darkroom.local.states.execution.PacedTime;
import dev.darkroom.local.states.execution.SystemTime;
import dev.darkroom.local.template.Stack;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The services that resources are deployed into; up before the first resource is. */
final class Services implements AutoCloseable {
  private static final String SENDER = "no-reply@sns.localhost";

  private final Closing closing;
  private final Map<Part, URI> endpoints = new EnumMap<>(Part.class);
  private final Opening opening = new Opening();
  private final Ports ports;
  private final Optional<DataFolder> data;

  final Stack stack;
  final Credentials credentials;
  final EmbeddedFunctions functions;
  final AsyncInvocations asyncInvocations;
  final EventBus bus;
  final Scheduler scheduler;
  final CloudWatch cloudWatch;
  final ObjectStorage storage;
  final Inbox inbox;
  final Queues queues;
  final Sns sns;
  final StepFunctions states;
  final Rekognition rekognition;

  private Services(Settings settings, Stack stack, Closing closing) throws Exception {
    this.closing = closing;
    this.stack = stack;
    this.ports = settings.ports();
    data =
        settings.data().isPresent()
            ? Optional.of(closing.add(DataFolder.take(settings.data().get())))
            : Optional.empty();
    credentials = data.isPresent() ? data.get().credentials() : Credentials.random();
    double pace = settings.interference().pace();
    functions = closing.add(new EmbeddedFunctions());
    Functions invoked = opening.gate(functions);
    asyncInvocations = closing.add(new AsyncInvocations(invoked, outbox("invocations"), pace));
    serve(Part.LAMBDA, new InvokeEndpoint(functions, asyncInvocations::invoke));
    scheduler = closing.add(new Scheduler(stack.region(), stack.accountId()));
    bus =
        closing.add(
            new EventBus(
                stack.region(),
                stack.accountId(),
                Backoff.STANDARD.faster(pace),
                outbox("events")));
    Consumer<ObjectNode> events = settings.interference().events().apply(bus::publish);
    storage =
        closing.add(
            new ObjectStorage(
                data.map(DataFolder::objects),
                credentials,
                new S3Events(stack.accountId()),
                events,
                outbox("writes")));
    rekognition =
        closing.add(
            Rekognition.start(
                new StoredObjects(storage.objects())::read, settings.rekognitionRate()));
    serve(Part.REKOGNITION, rekognition.endpoint());
    DynamoDbLocal dynamo =
        closing.add(DynamoDbLocal.start(ports.of(Part.DYNAMODB), data.map(DataFolder::tables)));
    endpoints.put(Part.DYNAMODB, dynamo.uri());
    inbox = closing.add(Inbox.start(ports.of(Part.SMTP)));
    serve(Part.INBOX, new InboxPage(inbox));
    serve(Part.SECRETS, new SecretsManager(settings.secrets()).endpoint());
    queues =
        new Queues(
            stack.region(),
            stack.accountId(),
            Clock.systemUTC(),
            uri(Part.SQS),
            name -> outbox("queues/" + name));
    serve(Part.SQS, queues.endpoint());
    sns =
        closing.add(
            new Sns(
                stack.region(),
                stack.accountId(),
                new Mailer("127.0.0.1", inbox.smtpPort(), SENDER),
                queues,
                uri(Part.SNS),
                outbox("subscriptions"),
                outbox("notifications")));
    serve(Part.SNS, sns.endpoint());
    cloudWatch = closing.add(new CloudWatch(stack.region(), stack.accountId(), sns::publish));
    Telemetry telemetry = new Telemetry(cloudWatch);
    functions.tell(telemetry::invocationEnded);
    states =
        closing.add(
            new StepFunctions(
                stack.region(),
                stack.accountId(),
                invoked,
                telemetry.counting(events),
                data.map(DataFolder::states),
                new PacedTime(pace, new SystemTime())));
    serve(Part.STATES, states.endpoint());
  }

  /** Brings them up; what is up already is closed when one of them fails. */
  static Services start(Settings settings, Stack stack) throws Exception {
    Closing closing = new Closing();
    try {
      return new Services(settings, stack, closing);
    } catch (Exception e) {
      closing.close();
      throw e;
    }
  }

  /** Starts a server for a part, which is of use once everything is deployed. */
  URI serve(Part part, Service service) throws IOException {
    LoopbackServer server =
        closing.add(LoopbackServer.start(ports.of(part), opening.gate(service)));
    endpoints.put(part, server.uri());
    return server.uri();
  }

  /**
   * Lets callers in and goes on with what earlier processes left undone; once everything is
   * deployed.
   */
  void open() {
    opening.open();
    cloudWatch.start();
    states.resume();
    storage.resume();
    bus.resume();
    asyncInvocations.resume();
    sns.resume();
    scheduler.start();
  }

  /** S3 answers only once all buckets are there, because its CORS rules are set at its start. */
  void startStorage() throws Exception {
    endpoints.put(Part.S3, storage.start(ports.of(Part.S3)));
  }

  <T extends AutoCloseable> T closeWithTheCloud(T part) {
    return closing.add(part);
  }

  /** A client of the embedded DynamoDB. */
  DynamoDbClient dynamo() {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint(Part.DYNAMODB))
        .region(Region.of(stack.region()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    credentials.accessKeyId(), credentials.secretAccessKey())))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  int port(Part part) {
    return ports.of(part);
  }

  URI endpoint(Part part) {
    return endpoints.get(part);
  }

  @Override
  public void close() {
    closing.close();
  }

  private Outbox outbox(String name) {
    return data.map(folder -> folder.outbox(name)).orElse(Outbox.NONE);
  }

  private Supplier<URI> uri(Part part) {
    return () -> endpoints.get(part);
  }
}
