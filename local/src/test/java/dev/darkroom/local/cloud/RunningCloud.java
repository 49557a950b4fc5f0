package dev.darkroom.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.local.cli.ApiClient;
import dev.darkroom.local.cli.DemoUser;
import dev.darkroom.local.contract.ContractProxy;
import dev.darkroom.local.deploy.EmbeddedCloud;
import dev.darkroom.local.deploy.Settings;
import dev.darkroom.local.mail.Email;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/**
 * The project's own template, deployed once for all tests of this JVM. A test fails when anything
 * that passes between it and the API is not as {@code openapi.yaml} says.
 */
final class RunningCloud
    implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, AutoCloseable {
  static final Path TEMPLATE = Path.of("..", "template.yaml");

  /** Who is told of alarms; any test may raise one. */
  static final String OPERATOR = "operator@example.com";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static RunningCloud instance;

  private EmbeddedCloud cloud;
  private ContractProxy proxy;
  private DemoUser user;
  private ApiClient api;
  private S3Client s3;
  private SfnClient states;

  static RunningCloud get() {
    return instance;
  }

  @Override
  public synchronized void beforeAll(ExtensionContext context) throws Exception {
    var store =
        context.getStore(
            ExtensionContext.StoreScope.LAUNCHER_SESSION, Namespace.create(RunningCloud.class));
    if (store.get(RunningCloud.class) == null) {
      cloud =
          EmbeddedCloud.deploy(
              Settings.of(TEMPLATE).withParameters(Map.of("OperatorEmail", OPERATOR)));
      proxy = ContractProxy.before(cloud.outputs().get("ApiUrl"));
      user = DemoUser.in(cloud);
      api = new ApiClient(apiUrl(), user.signIn());
      s3 = S3Client.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
      states = SfnClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
      Subscribed.follow(cloud, OPERATOR);
      instance = this;
      store.put(RunningCloud.class, this);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    get().refuseViolations();
  }

  /** What passed between two tests, or after the last. */
  @Override
  public void afterAll(ExtensionContext context) {
    get().refuseViolations();
  }

  @Override
  public void close() {
    System.out.println(proxy.exercised().report());
    s3.close();
    states.close();
    proxy.close();
    cloud.close();
  }

  private void refuseViolations() {
    List<String> violations = proxy.takeViolations();
    if (!violations.isEmpty()) {
      throw new AssertionError("Not as openapi.yaml says:\n" + String.join("\n", violations));
    }
  }

  EmbeddedCloud cloud() {
    return cloud;
  }

  DemoUser user() {
    return user;
  }

  ApiClient api() {
    return api;
  }

  S3Client s3() {
    return s3;
  }

  SfnClient states() {
    return states;
  }

  /** The API's address, by way of the contract. */
  String apiUrl() {
    return proxy.url();
  }

  ContractProxy contract() {
    return proxy;
  }

  String uploadsBucket() {
    return cloud.outputs().get("UploadsBucketName");
  }

  String renditionsBucket() {
    return cloud.outputs().get("RenditionsBucketName");
  }

  JsonNode job(String jobId) throws IOException, InterruptedException {
    return JSON.readTree(api.job(jobId));
  }

  /** The job once it is final. */
  JsonNode settled(String jobId) {
    return settled(api, jobId);
  }

  /** The job of another user, once it is final. */
  JsonNode settled(ApiClient whose, String jobId) {
    return Awaitility.await("job " + jobId)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> JSON.readTree(whose.job(jobId)),
            job -> !job.path("status").asText().matches("AWAITING_UPLOAD|PROCESSING"));
  }

  /** The job once nothing more happens to it. */
  JsonNode notified(String jobId) {
    return Awaitility.await("notification of " + jobId)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> job(jobId), job -> job.path("step").asText().equals("Notify"));
  }

  /** The mail to the demo user that is wanted. */
  Email mail(Predicate<Email> wanted) throws InterruptedException {
    return cloud.inbox().await(user.user().email(), wanted, PATIENCE).orElseThrow();
  }

  String stateMachine() {
    return cloud.outputs().get("StateMachineArn");
  }

  /** The definition that is in force. */
  String definition() {
    return states.describeStateMachine(get -> get.stateMachineArn(stateMachine())).definition();
  }

  void define(String definition) {
    states.updateStateMachine(
        update -> update.stateMachineArn(stateMachine()).definition(definition));
  }

  /** A function that the state machine calls, by its state's name. */
  String functionOf(String state) throws IOException {
    return JSON.readTree(definition()).at("/States/" + state + "/Arguments/FunctionName").asText();
  }

  /** The first execution of a job's upload. */
  DescribeExecutionResponse executionOf(String jobId) {
    return Awaitility.await("execution of " + jobId)
        .atMost(PATIENCE)
        .until(() -> findExecution(jobId), Optional::isPresent)
        .orElseThrow();
  }

  DescribeExecutionResponse describe(String executionArn) {
    return states.describeExecution(get -> get.executionArn(executionArn));
  }

  List<HistoryEvent> history(String executionArn) {
    return states.getExecutionHistory(get -> get.executionArn(executionArn)).events();
  }

  private Optional<DescribeExecutionResponse> findExecution(String jobId) {
    List<ExecutionListItem> newestFirst =
        states.listExecutions(list -> list.stateMachineArn(stateMachine())).executions();
    return newestFirst.stream()
        .map(execution -> describe(execution.executionArn()))
        .filter(execution -> execution.input().contains(jobId))
        .reduce((newer, older) -> older);
  }
}
