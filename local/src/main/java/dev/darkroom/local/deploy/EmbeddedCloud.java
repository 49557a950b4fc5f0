package dev.darkroom.local.deploy;

import dev.darkroom.local.deploy.Ports.Part;
import dev.darkroom.local.identity.UserPool;
import dev.darkroom.local.lambda.EmbeddedFunctions;
import dev.darkroom.local.mail.Inbox;
import dev.darkroom.local.rekognition.Rekognition;
import dev.darkroom.local.s3.Credentials;
import dev.darkroom.local.template.Properties;
import dev.darkroom.local.template.Resource;
import dev.darkroom.local.template.Scope;
import dev.darkroom.local.template.Stack;
import dev.darkroom.local.template.Template;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A cloud in one JVM: what {@code template.yaml} declares, deployed onto real parts behind AWS's
 * own protocols, on 127.0.0.1 only.
 *
 * <p>The functions' AWS clients are unmodified; system properties tell them where the parts are. So
 * there is one cloud in a JVM at a time.
 */
public final class EmbeddedCloud implements AutoCloseable {
  private static final Stack STACK = new Stack("us-east-1", "000000000000", "darkroom");
  private static final AtomicBoolean running = new AtomicBoolean();

  private final Services services;
  private final UserPool users;
  private final Map<String, String> outputs;

  private EmbeddedCloud(Services services, UserPool users, Map<String, String> outputs) {
    this.services = services;
    this.users = users;
    this.outputs = outputs;
  }

  /**
   * Deploys a template.
   *
   * @throws dev.darkroom.local.template.InvalidTemplate when the template is wrong
   * @throws dev.darkroom.local.template.UnsupportedTemplate when it asks for what cannot be had
   *     locally; the message names it
   * @throws IllegalStateException when a cloud runs in this JVM
   */
  public static EmbeddedCloud deploy(Settings settings) throws Exception {
    if (!running.compareAndSet(false, true)) {
      throw new IllegalStateException("An embedded cloud runs in this JVM already.");
    }
    Services services = null;
    try {
      Template template = Template.read(settings.template());
      Scope scope = template.scope(STACK, settings.parameters());
      settings.ports().checkFree();
      services = Services.start(settings, STACK);
      return deploy(template, scope, settings, services);
    } catch (Throwable e) {
      if (services != null) {
        services.close();
      }
      running.set(false);
      throw e;
    }
  }

  private static EmbeddedCloud deploy(
      Template template, Scope scope, Settings settings, Services services) throws Exception {
    IdentityDeployers identity = new IdentityDeployers(services);
    try (DynamoDbClient dynamo = services.dynamo()) {
      Map<String, Deployer> deployers = deployers(settings, services, identity, dynamo);
      for (Resource resource : template.deploymentOrder(scope)) {
        deploy(resource, scope, deployers);
      }
    }
    services.startStorage();
    services.closeWithTheCloud(
        SdkSettings.apply(STACK.region(), services.credentials, endpoints(services)));
    EmbeddedCloud cloud = new EmbeddedCloud(services, identity.onlyPool(), scope.outputs());
    services.functions.prepare();
    services.open();
    return cloud;
  }

  private static void deploy(Resource resource, Scope scope, Map<String, Deployer> deployers)
      throws Exception {
    Deployer deployer = deployers.get(resource.type());
    if (deployer == null) {
      throw resource.place().unsupported();
    }
    Properties properties = scope.properties(resource);
    Deployed deployed = deployer.deploy(resource.logicalId(), properties);
    properties.refuseTheRest();
    scope.deployed(resource.logicalId(), deployed.ref(), deployed.attributes());
  }

  private static Map<String, Deployer> deployers(
      Settings settings, Services services, IdentityDeployers identity, DynamoDbClient dynamo) {
    StorageDeployers storage = new StorageDeployers(services);
    MessagingDeployers messaging = new MessagingDeployers(services);
    CdnDeployers cdn = new CdnDeployers(services);
    HttpApiDeployer apis = new HttpApiDeployer(services);
    RuleDeployer rules = new RuleDeployer(services);
    return Map.ofEntries(
        Map.entry("AWS::S3::Bucket", storage::bucket),
        Map.entry("AWS::S3::BucketPolicy", storage::bucketPolicy),
        Map.entry("AWS::DynamoDB::Table", new TableDeployer(STACK, dynamo)::table),
        Map.entry("AWS::CloudWatch::Alarm", new AlarmDeployer(services)::alarm),
        Map.entry("AWS::SNS::Topic", messaging::topic),
        Map.entry("AWS::SNS::Subscription", messaging::subscription),
        Map.entry("AWS::SQS::Queue", messaging::queue),
        Map.entry("AWS::SQS::QueuePolicy", messaging::queuePolicy),
        Map.entry("AWS::Cognito::UserPool", identity::userPool),
        Map.entry("AWS::Cognito::UserPoolClient", identity::userPoolClient),
        Map.entry("AWS::Cognito::UserPoolGroup", identity::userPoolGroup),
        Map.entry("AWS::Cognito::UserPoolDomain", identity::userPoolDomain),
        Map.entry("AWS::CloudFront::CachePolicy", cdn::cachePolicy),
        Map.entry("AWS::CloudFront::Distribution", cdn::distribution),
        Map.entry("AWS::CloudFront::KeyGroup", cdn::keyGroup),
        Map.entry("AWS::CloudFront::OriginAccessControl", cdn::originAccessControl),
        Map.entry("AWS::CloudFront::PublicKey", cdn::publicKey),
        Map.entry("AWS::Serverless::HttpApi", apis::httpApi),
        Map.entry(
            "AWS::Serverless::Function",
            new FunctionDeployer(settings, services, apis, rules)::function),
        Map.entry(
            "AWS::Serverless::StateMachine",
            new StateMachineDeployer(settings, services, rules)::stateMachine));
  }

  /** The AWS services' endpoints, by the names that SDKs and CLI give them: {@code DYNAMODB}. */
  public Map<String, URI> endpoints() {
    return endpoints(services);
  }

  private static Map<String, URI> endpoints(Services services) {
    Map<String, URI> endpoints = new LinkedHashMap<>();
    endpoints.put("S3", services.endpoint(Part.S3));
    endpoints.put("DYNAMODB", services.endpoint(Part.DYNAMODB));
    endpoints.put("LAMBDA", services.endpoint(Part.LAMBDA));
    endpoints.put("SFN", services.endpoint(Part.STATES));
    endpoints.put("SNS", services.endpoint(Part.SNS));
    endpoints.put("SQS", services.endpoint(Part.SQS));
    endpoints.put("REKOGNITION", services.endpoint(Part.REKOGNITION));
    endpoints.put("SECRETS_MANAGER", services.endpoint(Part.SECRETS));
    return endpoints;
  }

  /** Where the inbox can be looked into with a browser. */
  public URI inboxPage() {
    return services.endpoint(Part.INBOX);
  }

  /** The template's outputs, by name. */
  public Map<String, String> outputs() {
    return outputs;
  }

  /** The region that clients have to sign for. */
  public String region() {
    return STACK.region();
  }

  /** The keys that clients have to sign with. */
  public Credentials credentials() {
    return services.credentials;
  }

  /** The mail that was sent. */
  public Inbox inbox() {
    return services.inbox;
  }

  /** The people who can sign in. */
  public UserPool users() {
    return users;
  }

  /** The labelling service, whose quota can be played with. */
  public Rekognition rekognition() {
    return services.rekognition;
  }

  /** The functions, to invoke and to kill. */
  public EmbeddedFunctions functions() {
    return services.functions;
  }

  @Override
  public void close() {
    services.close();
    running.set(false);
  }
}
