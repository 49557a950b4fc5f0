package dev.darkroom.local.cli;

import dev.darkroom.local.deploy.EmbeddedCloud;
import dev.darkroom.local.deploy.Ports;
import dev.darkroom.local.deploy.Settings;
import dev.darkroom.local.rekognition.Rekognition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Keeps the embedded cloud running until it is stopped. */
@Command(name = "up", description = "Runs the embedded cloud until Ctrl-C.")
final class UpCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      paramLabel = "N",
      description =
          "The API's port; the other parts take the ports that follow (default: ${DEFAULT-VALUE}; 0"
              + " for any free ones).")
  private int port = 8400;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep objects and records in this folder across restarts.")
  private Path data;

  @Option(
      names = "--cdn",
      description =
          "Deliver renditions by the embedded CloudFront, with a key pair made for this run.")
  private boolean cdn;

  @Option(
      names = "--parameter",
      paramLabel = "NAME=VALUE",
      description =
          "Another value for a parameter of template.yaml, as UploadsPerHour=1000; can be given"
              + " again for more.")
  private Map<String, String> parameters = Map.of();

  @Option(
      names = "--rekognition-rate",
      paramLabel = "N",
      description =
          "DetectLabels calls a second that the embedded Rekognition takes; more are throttled."
              + " Without it, none is.")
  private double rekognitionRate = Rekognition.UNLIMITED;

  @Override
  public Integer call() throws Exception {
    if (data != null && data.toString().isBlank()) {
      System.err.println("darkroom: --data needs a folder.");
      return 1;
    }
    if (!(rekognitionRate > 0)) {
      System.err.println("darkroom: --rekognition-rate has to be more than 0.");
      return 1;
    }
    CountDownLatch stopped = new CountDownLatch(1);
    Settings settings =
        Project.settings()
            .withParameters(parameters)
            .withPorts(port == 0 ? Ports.FREE : new Ports(port))
            .withData(Optional.ofNullable(data))
            .withRekognitionRate(rekognitionRate);
    EmbeddedCloud cloud = EmbeddedCloud.deploy(cdn ? CdnKeyPair.in(settings) : settings);
    EnvironmentFile environment = new EnvironmentFile(Project.environmentFile());
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(cloud, environment, stopped), "stop"));
    DemoUser user = DemoUser.in(cloud);
    String token = user.signIn();
    boolean another = environment.isOfAnother();
    if (!another) {
      environment.write(cloud, token);
    }
    List<DemoUser> users =
        List.of(user, DemoUser.in(cloud, "viewer", "viewer"), DemoUser.in(cloud, "admin", "admin"));
    print(cloud, users, token);
    if (another) {
      System.out.println("  Another up is running; ./darkroom env stays with that one.");
    }
    stopped.await();
    return 0;
  }

  private void print(EmbeddedCloud cloud, List<DemoUser> users, String token) {
    System.out.println("Darkroom runs on this machine.");
    System.out.println();
    System.out.println("  API             " + cloud.outputs().get("ApiUrl"));
    cloud
        .endpoints()
        .forEach(
            (service, uri) ->
                System.out.printf("  %-15s %s%n", service.toLowerCase(java.util.Locale.ROOT), uri));
    System.out.println("  issuer          " + cloud.outputs().get("Issuer"));
    System.out.println("  client          " + cloud.outputs().get("ClientId"));
    System.out.println("  inbox           " + cloud.inboxPage());
    System.out.println("  data            " + (data == null ? "in memory" : data));
    System.out.println();
    for (DemoUser user : users) {
      System.out.printf(
          "  %-15s %s / %s%n",
          user.user().groups().get(0), user.user().userName(), user.password());
    }
    System.out.println("  token           " + token);
    System.out.println();
    System.out.println("  In another shell:  eval \"$(./darkroom env)\"  then aws s3 ls");
    System.out.println("  Stop it with Ctrl-C.");
  }

  private static void stop(
      EmbeddedCloud cloud, EnvironmentFile environment, CountDownLatch stopped) {
    try {
      environment.delete();
    } catch (IOException e) {
      System.err.println("darkroom: " + e);
    }
    cloud.close();
    stopped.countDown();
  }
}
