package dev.darkroom.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.local.mail.Email;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What needs an operator is told to one. */
@ExtendWith(RunningCloud.class)
class AlarmsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final RunningCloud running = RunningCloud.get();

  @Test
  void theOperatorIsToldOfAMessageInADeadLetterQueueAndWhatToDo() throws Exception {
    String queue = running.cloud().outputs().get("UndeliveredUploadsUrl");
    try (SqsClient sqs =
        SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build()) {
      sqs.sendMessage(send -> send.queueUrl(queue).messageBody("{}"));
      Email mail =
          mail(told -> told.subject().contains("ALARM: \"darkroom-UndeliveredUploadsAlarm\""));
      assertThat(mail.body()).contains("docs/operations.md");
      sqs.purgeQueue(purge -> purge.queueUrl(queue));
    }
  }

  @Test
  void anOperatorReconcilesByHand() {
    try (LambdaClient lambda =
        LambdaClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build()) {
      String function = running.cloud().outputs().get("ReconcileJobsFunctionName");
      InvokeResponse answer = lambda.invoke(invoke -> invoke.functionName(function));
      assertThat(answer.functionError()).as(answer.payload().asUtf8String()).isNull();
    }
  }

  private Email mail(Predicate<Email> wanted) throws InterruptedException {
    return running.cloud().inbox().await(RunningCloud.OPERATOR, wanted, PATIENCE).orElseThrow();
  }
}
