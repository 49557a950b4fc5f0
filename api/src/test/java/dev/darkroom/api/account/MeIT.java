package dev.darkroom.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.Answer;
import dev.darkroom.api.Client;
import dev.darkroom.api.access.Emails;
import dev.darkroom.api.delivery.PresignedRenditionUrls;
import dev.darkroom.core.Claim;
import dev.darkroom.core.InMemoryJobStore;
import dev.darkroom.core.JobIds;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.Original;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Profile.Wishes;
import dev.darkroom.core.ProfileStore;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.dynamo.DynamoProfileStore;
import dev.darkroom.core.dynamo.LocalTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeIT {
  private static final String GET = "GET /api/me";
  private static final String PATCH = "PATCH /api/me";
  private static final String ON = "{\"notifications\": true}";
  private static final String OFF = "{\"notifications\": false}";
  private static final String EMAIL = "ada@example.com";

  @RegisterExtension private final LocalTable table = new LocalTable();
  private final InMemoryJobStore jobs = Client.store();
  private final InMemorySns sns = new InMemorySns();
  private final MovingClock clock = new MovingClock();
  private Optional<String> email = Optional.of(EMAIL);
  private ProfileStore profiles;
  private Client ada;

  @BeforeEach
  void start() {
    profiles = new DynamoProfileStore(table.client(), table.name());
    Emails emails =
        caller -> {
          profiles.emailChecked(
              caller.sub(), email.orElse(null), email.isPresent(), clock.instant());
          return email;
        };
    Notifications notifications =
        new Notifications(new Subscriptions(sns, "arn:topic"), profiles, clock);
    Account account =
        new Account(
            jobs,
            new PresignedRenditionUrls(Client.presigner(), "renditions", Duration.ofHours(1)));
    ada =
        Client.of(
                Map.of(
                    GET, new GetMe(profiles, emails, notifications, account),
                    PATCH, new ChangeMe(profiles, emails, notifications, account)))
            .as("ada", "[uploader admin]");
  }

  @Test
  void everyUserIsToldWhoTheyAre() {
    Answer answer = get(ada);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            Answer.json(
                """
                {"userId": "ada", "email": "ada@example.com", "groups": ["admin", "uploader"],
                 "displayName": null, "avatarImageId": null, "avatar": null,
                 "notifications": "OFF"}
                """));
    assertThat(get(ada.as("nobody")).body().path("groups")).isEmpty();
  }

  @Test
  void whoHasNoVerifiedAddressHasNone() {
    email = Optional.empty();

    assertThat(get(ada).body().path("email").isNull()).isTrue();
  }

  @Test
  void aNameIsTrimmedKeptAndTakenAway() {
    assertThat(patch("{\"displayName\": \"  Ada 👩🏽‍💻 L. \"}").text("displayName"))
        .isEqualTo("Ada 👩🏽‍💻 L.");
    assertThat(patch(ON).text("displayName")).isEqualTo("Ada 👩🏽‍💻 L.");
    assertThat(patch("{\"displayName\": null}").body().path("displayName").isNull()).isTrue();
    assertThat(get(ada.as("bob")).body().path("displayName").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"displayName\": \"\"} | displayName",
        "{\"displayName\": \"   \"} | displayName",
        "{\"displayName\": \"a\\nb\"} | displayName",
        "{\"displayName\": \"a\\u202eb\"} | displayName",
        "{\"displayName\": \"\\ud800\"} | displayName",
        "{\"displayName\": 7} | displayName",
        "{\"notifications\": null} | notifications",
        "{\"notifications\": \"ON\"} | notifications",
        "{\"avatarImageId\": \"latest\"} | avatarImageId",
        "{\"avatarImageId\": \"01JX4N7Q0Z8W3V5T2R9P6K1M4H\"} | avatarImageId",
        "{\"email\": \"eve@example.com\"} | email",
        "{\"groups\": [\"admin\"]} | groups"
      })
  void aWrongFieldIsNamedAndNothingChanges(String body, String field) {
    Answer answer = patch(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("field")).isEqualTo(field);
    assertThat(get(ada).headers().get("etag"))
        .isEqualTo(get(ada.as("untouched")).headers().get("etag"));
  }

  @Test
  void fiftyCharactersAreAName() {
    assertThat(patch("{\"displayName\": \"" + "😀".repeat(50) + "\"}").status()).isEqualTo(200);
    assertThat(patch("{\"displayName\": \"" + "😀".repeat(51) + "\"}").status()).isEqualTo(400);
  }

  @Test
  void anImageOfOnesOwnIsTheAvatarUntilItIsGone() {
    String imageId = completedImageOf("ada");

    Answer chosen = patch("{\"avatarImageId\": \"" + imageId + "\"}");
    assertThat(chosen.text("avatarImageId")).isEqualTo(imageId);
    assertThat(chosen.body().at("/avatar/renditions/0/url").asText())
        .startsWith("https://")
        .contains("/renditions/ada/" + imageId + "/small.jpg");

    assertThat(patch("{\"avatarImageId\": null}").body().path("avatar").isNull()).isTrue();
  }

  @Test
  void anAvatarWhoseImageIsNotThereShowsAsNone() {
    profiles.change(profiles.find("ada"), new Wishes("Ada", JobIds.next(), false));

    Answer answer = get(ada);

    assertThat(answer.body().path("avatar").isNull()).isTrue();
    assertThat(answer.body().path("avatarImageId").isNull()).isTrue();
    assertThat(patch("{\"displayName\": \"Countess\"}").status()).isEqualTo(200);
  }

  @Test
  void anotherUsersImageIsNoAvatarNorOneThatIsNotCompleted() {
    JobRef unfinished = new JobRef("ada", JobIds.next());
    jobs.claim(new Claim(unfinished, "arn", new Original("k", "e"), "a.jpg", 1, Client.NOW));

    for (String imageId : List.of(completedImageOf("bob"), unfinished.jobId())) {
      Answer answer = patch("{\"avatarImageId\": \"" + imageId + "\"}");
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text("field")).isEqualTo("avatarImageId");
    }
  }

  @Test
  void aChangeNamesTheStateItWasMadeFrom() {
    assertThat(send(ada, "{\"displayName\": \"Ada\"}", Map.of()).status()).isEqualTo(428);
    String tag = get(ada).headers().get("etag");
    assertThat(send(ada, "{\"displayName\": \"Ada\"}", Map.of("if-match", tag)).status())
        .isEqualTo(200);

    Answer stale = send(ada, ON, Map.of("if-match", tag));

    assertThat(stale.status()).isEqualTo(412);
    assertThat(sns.of(EMAIL)).as("nothing was done").isEmpty();
  }

  @Test
  void notificationsAreOnOnceTheLinkWasFollowed() {
    Answer asked = patch(ON);
    assertThat(asked.text("notifications")).isEqualTo("PENDING");
    assertThat(sns.of(EMAIL).orElseThrow().attributes)
        .containsExactly(Map.entry("FilterPolicy", "{\"owner\":[\"ada\"]}"));

    sns.confirm(EMAIL);

    Answer confirmed = get(ada);
    assertThat(confirmed.text("notifications")).isEqualTo("ON");
    assertThat(confirmed.headers().get("etag"))
        .as("what the user wishes has not changed")
        .isEqualTo(asked.headers().get("etag"));
  }

  @Test
  void theLinkIsMailedAgainWhileItWasNotFollowed() {
    patch(ON);
    assertThat(patch(ON).text("notifications")).isEqualTo("PENDING");
    assertThat(sns.of(EMAIL).orElseThrow().mails).isEqualTo(2);

    sns.confirm(EMAIL);
    assertThat(patch(ON).text("notifications")).isEqualTo("ON");
    assertThat(sns.of(EMAIL).orElseThrow().mails).isEqualTo(2);
  }

  @Test
  void offEndsTheSubscriptionAndOnBeginsAnother() {
    patch(ON);
    sns.confirm(EMAIL);

    assertThat(patch(OFF).text("notifications")).isEqualTo("OFF");
    assertThat(sns.of(EMAIL)).isEmpty();
    assertThat(patch(OFF).text("notifications")).isEqualTo("OFF");
    assertThat(get(ada).text("notifications")).isEqualTo("OFF");
    assertThat(patch(ON).text("notifications")).isEqualTo("PENDING");
  }

  @Test
  void aPendingSubscriptionThatCannotBeEndedIsOffUnlessItsLinkIsFollowedYet() {
    patch(ON);
    assertThat(patch(OFF).text("notifications")).isEqualTo("OFF");
    assertThat(get(ada).text("notifications")).isEqualTo("OFF");

    sns.confirm(EMAIL);
    assertThat(get(ada).text("notifications")).isEqualTo("ON");

    assertThat(patch(OFF).text("notifications")).isEqualTo("OFF");
    assertThat(sns.of(EMAIL)).isEmpty();
  }

  @Test
  void whoEndsTheSubscriptionByTheMailsOwnLinkIsOff() {
    patch(ON);
    sns.confirm(EMAIL);
    String before = get(ada).headers().get("etag");
    clock.pass(Duration.ofMinutes(1));
    sns.end(EMAIL);

    Answer ended = get(ada);

    assertThat(ended.text("notifications")).isEqualTo("OFF");
    assertThat(ended.headers().get("etag")).isNotEqualTo(before);
    assertThat(profiles.find("ada").notifications()).isFalse();
    assertThat(patch(ON).text("notifications")).isEqualTo("PENDING");
  }

  @Test
  void aSubscriptionThatSnsDoesNotKnowYetIsNotTakenForEnded() {
    patch(ON);
    sns.end(EMAIL);

    assertThat(get(ada).text("notifications")).isEqualTo("PENDING");
  }

  @Test
  void theSubscriptionMovesToANewAddress() {
    patch(ON);
    sns.confirm(EMAIL);
    email = Optional.of("new@example.com");
    clock.pass(Duration.ofMinutes(20));

    assertThat(get(ada).text("notifications")).isEqualTo("PENDING");
    assertThat(sns.of(EMAIL)).isEmpty();
    sns.confirm("new@example.com");
    assertThat(get(ada).text("notifications")).isEqualTo("ON");
  }

  @Test
  void aFormerAddressThatConfirmsYetIsEnded() {
    patch(ON);
    email = Optional.of("new@example.com");
    clock.pass(Duration.ofMinutes(20));
    assertThat(get(ada).text("notifications")).isEqualTo("PENDING");
    sns.confirm("new@example.com");
    assertThat(sns.of(EMAIL)).as("cannot be ended before it is confirmed").isPresent();
    sns.confirm(EMAIL);

    assertThat(get(ada).text("notifications")).isEqualTo("ON");

    assertThat(sns.of(EMAIL)).isEmpty();
    assertThat(profiles.find("ada").formerSubscriptionArn()).isNull();
  }

  @Test
  void anAddressThatComesBackIsNoFormerOne() {
    patch(ON);
    for (String address : List.of("new@example.com", EMAIL)) {
      email = Optional.of(address);
      clock.pass(Duration.ofMinutes(20));
      assertThat(get(ada).text("notifications")).isEqualTo("PENDING");
    }

    sns.confirm(EMAIL);

    assertThat(get(ada).text("notifications")).isEqualTo("ON");
    assertThat(sns.of(EMAIL)).isPresent();
  }

  @Test
  void whileAnAddressIsNotVerifiedNoneIsTold() {
    patch(ON);
    sns.confirm(EMAIL);
    email = Optional.empty();
    clock.pass(Duration.ofMinutes(20));
    assertThat(get(ada).text("notifications")).isEqualTo("OFF");
    assertThat(sns.of(EMAIL)).isEmpty();

    email = Optional.of("new@example.com");
    clock.pass(Duration.ofMinutes(20));
    assertThat(get(ada).text("notifications")).isEqualTo("PENDING");
  }

  @Test
  void withoutAnAddressNotificationsAreRefused() {
    email = Optional.empty();

    Answer answer = patch("{\"displayName\": \"Ada\", \"notifications\": true}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("no-verified-email");
    assertThat(get(ada).body().path("displayName").isNull()).isTrue();
  }

  @Test
  void aFullTopicIsNamed() {
    sns.allow(0);

    Answer answer = patch(ON);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("notifications-full");
    assertThat(get(ada).text("notifications")).isEqualTo("OFF");
    assertThat(profiles.find("ada").notifications()).isFalse();
  }

  @Test
  void anAddressThatIsToldOtherOutcomesIsNamed() {
    new Subscriptions(sns, "arn:topic").subscribe("operator", EMAIL);

    Answer answer = patch(ON);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("address-in-use");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"displayName\": \"Ada\"}", "{}"})
  void anotherChangeLeavesNotificationsAlone(String body) {
    patch(ON);
    sns.confirm(EMAIL);

    assertThat(patch(body).text("notifications")).isEqualTo("ON");
    assertThat(sns.of(EMAIL)).isPresent();
  }

  private Answer get(Client client) {
    return client.send(GET, client.event(GET));
  }

  private Answer patch(String body) {
    return send(ada, body, Map.of("if-match", get(ada).headers().get("etag")));
  }

  private static Answer send(Client client, String body, Map<String, String> headers) {
    return client.send(PATCH, client.event(PATCH).withHeaders(headers).withBody(body));
  }

  private String completedImageOf(String owner) {
    JobRef ref = new JobRef(owner, JobIds.next());
    Rendition small =
        new Rendition(
            "small",
            160,
            107,
            4813,
            "image/jpeg",
            "renditions/" + owner + "/" + ref.jobId() + "/small.jpg");
    jobs.claim(new Claim(ref, "arn", new Original("k", "e"), "a.jpg", 1, Client.NOW));
    jobs.settle(ref, "arn", completed(small));
    return ref.jobId();
  }

  private static Outcome completed(Rendition small) {
    return new Outcome(
        JobStatus.COMPLETED,
        "image/jpeg",
        1600,
        1067,
        null,
        null,
        List.of(small),
        List.of(),
        null,
        List.of(),
        null,
        Client.NOW);
  }

  private static final class MovingClock extends Clock {
    private Instant now = Client.NOW;

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
