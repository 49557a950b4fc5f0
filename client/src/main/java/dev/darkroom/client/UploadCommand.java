package dev.darkroom.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.client.api.AccessTokens;
import dev.darkroom.client.api.Api;
import dev.darkroom.client.api.Installation;
import dev.darkroom.client.http.Backoff;
import dev.darkroom.client.http.Calls;
import dev.darkroom.client.http.WebAddress;
import dev.darkroom.client.journal.Journal;
import dev.darkroom.client.photos.Photos;
import dev.darkroom.client.progress.Bars;
import dev.darkroom.client.progress.Figures;
import dev.darkroom.client.progress.Lines;
import dev.darkroom.client.progress.Progress;
import dev.darkroom.client.signin.Browser;
import dev.darkroom.client.signin.EnvironmentToken;
import dev.darkroom.client.signin.Session;
import dev.darkroom.client.signin.SignIn;
import dev.darkroom.client.signin.TokenFile;
import dev.darkroom.client.upload.Outcome;
import dev.darkroom.client.upload.Target;
import dev.darkroom.client.upload.UploadRun;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Uploads photos to an installation, on this machine or on AWS, and tells what comes of them. */
@Command(
    name = "upload",
    mixinStandardHelpOptions = true,
    version = "Darkroom",
    description = {
      "Uploads photos and prints what comes of them. The same command again sends what is missing.",
      "It signs in by the browser, or takes the access token in DARKROOM_TOKEN."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all photos were completed",
      "2:some photos were rejected or refused",
      "1:some photos failed, or the run broke"
    })
final class UploadCommand implements Callable<Integer> {
  private static final String API = "DARKROOM_API";
  private static final int DEFAULT_COLUMNS = 80;
  private static final int MOST_PARALLEL = 32;

  private final Map<String, String> environment;
  private final Browser browser;
  private final Calls calls;
  private final PrintStream out;
  private final PrintStream err;

  @Spec private CommandSpec spec;

  @Option(
      names = "--api",
      paramLabel = "URL",
      description = "Where the API answers; the variable DARKROOM_API by default.")
  private String api;

  @Option(
      names = "--album",
      paramLabel = "A",
      description = "Id or title of the album to put them into.")
  private String album;

  @Option(names = "--create-album", description = "Make the album when there is none.")
  private boolean createAlbum;

  @Option(names = "--caption", paramLabel = "TEXT", description = "The caption of each.")
  private String caption;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "Files to send at a time, 1 to 32 (default: ${DEFAULT-VALUE}).")
  private int parallel = 4;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = "Where it is kept what was sent; below XDG_STATE_HOME by default.")
  private Path state;

  @Option(names = "--json", description = "Print one JSON array to standard output.")
  private boolean json;

  @Option(names = "--no-wait", description = "Do not wait for the jobs.")
  private boolean noWait;

  @Option(names = "--no-browser", description = "Print the sign-in page's URL, and open nothing.")
  private boolean noBrowser;

  @Parameters(
      paramLabel = "PHOTO",
      arity = "1..*",
      description = "Files to upload, and folders to walk.")
  private List<Path> named;

  UploadCommand(
      Map<String, String> environment,
      Browser browser,
      Calls calls,
      PrintStream out,
      PrintStream err) {
    this.environment = environment;
    this.browser = browser;
    this.calls = calls;
    this.out = out;
    this.err = err;
  }

  /** The command as the launcher runs it. */
  static UploadCommand ofThisProcess() {
    return new UploadCommand(
        System.getenv(),
        Browser.desktop(),
        new Calls(Backoff.standard()),
        new PrintStream(System.out, true, UTF_8),
        new PrintStream(System.err, true, UTF_8));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    checkOptions();
    URI address = WebAddress.of(api == null ? environment.get(API) : api);
    Installation installation = Api.installation(address, calls);
    Photos photos = Photos.of(named, installation);
    List<Outcome> outcomes = new ArrayList<>();
    photos.refused().forEach((path, why) -> outcomes.add(Outcome.refused(path, why)));
    outcomes.forEach(
        refused ->
            err.printf(
                "darkroom: %s is refused: %s%n",
                Figures.plain(refused.path().toString()), refused.detail()));
    if (!photos.found().isEmpty()) {
      outcomes.addAll(0, send(address, installation, photos));
    }
    Report report = new Report(out);
    if (json) {
      report.printJson(outcomes);
    } else {
      report.print(outcomes);
    }
    return Report.exitCode(outcomes);
  }

  private List<Outcome> send(URI address, Installation installation, Photos photos)
      throws IOException, InterruptedException {
    Places places = new Places(environment, Path.of(System.getProperty("user.home")));
    try (Progress progress = progress()) {
      Api signedIn = new Api(address, tokens(installation, places, progress), calls);
      Optional<String> albumId =
          album == null
              ? Optional.empty()
              : Optional.of(AlbumChoice.id(signedIn, album, createAlbum));
      Target target = new Target(address, albumId, Optional.ofNullable(caption));
      Path file = state == null ? places.journal(address, albumId) : state;
      try (Journal journal = Journal.open(file)) {
        UploadRun.Settings settings =
            new UploadRun.Settings(parallel, installation.filesPerCall(), !noWait);
        return new UploadRun(
                settings, signedIn, calls, target, journal, progress, Clock.systemUTC())
            .of(photos.found());
      }
    }
  }

  private AccessTokens tokens(Installation installation, Places places, Progress progress) {
    String given = environment.getOrDefault(EnvironmentToken.VARIABLE, "");
    if (!given.isBlank()) {
      return new EnvironmentToken(given.strip());
    }
    return new Session(
        installation.issuer(),
        installation.clientId(),
        new TokenFile(places.tokens()),
        new SignIn(noBrowser ? Browser.none() : browser, progress::say),
        calls,
        Clock.systemUTC());
  }

  /** The launcher tells whether standard error is a terminal, and how wide it is. */
  private Progress progress() {
    return Boolean.getBoolean("darkroom.terminal")
        ? new Bars(err, Integer.getInteger("darkroom.columns", DEFAULT_COLUMNS))
        : new Lines(err);
  }

  private void checkOptions() {
    if (api == null && environment.getOrDefault(API, "").isBlank()) {
      throw new ParameterException(
          spec.commandLine(), "Name the API by --api URL, or set DARKROOM_API.");
    }
    if (parallel < 1 || parallel > MOST_PARALLEL) {
      throw new ParameterException(spec.commandLine(), "--parallel is 1 to " + MOST_PARALLEL + ".");
    }
    if (createAlbum && album == null) {
      throw new ParameterException(spec.commandLine(), "--create-album needs --album.");
    }
  }
}
