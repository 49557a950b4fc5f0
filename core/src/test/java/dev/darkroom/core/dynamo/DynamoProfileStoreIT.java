package dev.darkroom.core.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Profile;
import dev.darkroom.core.Profile.Wishes;
import dev.darkroom.core.ProfileConflict;
import dev.darkroom.core.ProfileStore;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoProfileStoreIT {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final String ADA = "ada";

  @RegisterExtension private final LocalTable table = new LocalTable();
  private ProfileStore store;

  @BeforeEach
  void start() {
    store = new DynamoProfileStore(table.client(), table.name());
  }

  @Test
  void whoIsNotKnownHasAnEmptyProfile() {
    assertThat(store.find(ADA)).isEqualTo(Profile.empty(ADA));
  }

  @Test
  void wishesAreKeptAndNullTakesThemAway() {
    Profile named = store.change(Profile.empty(ADA), new Wishes("Ada", "01J", true));
    assertThat(store.find(ADA)).isEqualTo(named);
    assertThat(named.wishes()).isEqualTo(new Wishes("Ada", "01J", true));
    assertThat(named.version()).isEqualTo(1);

    store.change(named, new Wishes(null, null, false));
    assertThat(store.find(ADA).wishes()).isEqualTo(new Wishes(null, null, false));
    assertThat(item()).doesNotContainKeys("displayName", "avatarImageId");
  }

  @Test
  void ofTwoChangesOfOneStateTheSecondIsRefused() {
    store.change(Profile.empty(ADA), new Wishes("Ada", null, false));
    assertThatThrownBy(() -> store.change(Profile.empty(ADA), new Wishes("Eve", null, false)))
        .isInstanceOf(ProfileConflict.class);

    Profile read = store.find(ADA);
    store.change(read, new Wishes("Countess", null, false));
    assertThatThrownBy(() -> store.change(read, new Wishes("Eve", null, false)))
        .isInstanceOf(ProfileConflict.class);
    assertThat(store.find(ADA).displayName()).isEqualTo("Countess");
  }

  @Test
  void whatTheIssuerToldIsNoChangeOfWishes() {
    Profile read = store.change(Profile.empty(ADA), new Wishes("Ada", null, false));
    store.emailChecked(ADA, "ada@example.com", true, NOW);
    store.subscribed(ADA, "arn", "ada@example.com", NOW);

    Profile changed = store.change(read, new Wishes("Ada L.", null, true));

    assertThat(changed.verifiedEmail()).contains("ada@example.com");
    assertThat(changed.emailCheckedAt()).isEqualTo(NOW);
    assertThat(changed.subscriptionArn()).isEqualTo("arn");
    assertThat(changed.displayName()).isEqualTo("Ada L.");
  }

  @Test
  void anOlderAnswerOfTheIssuerChangesNothing() {
    store.emailChecked(ADA, "new@example.com", true, NOW);
    store.emailChecked(ADA, "old@example.com", true, NOW.minusMillis(1));
    assertThat(store.find(ADA).verifiedEmail()).contains("new@example.com");

    store.emailChecked(ADA, null, false, NOW.plusMillis(1));
    assertThat(store.find(ADA).email()).isNull();
    assertThat(store.find(ADA).verifiedEmail()).isEmpty();
  }

  @Test
  void anAddressThatIsNotVerifiedIsNone() {
    store.emailChecked(ADA, "ada@example.com", false, NOW);

    assertThat(store.find(ADA).email()).isEqualTo("ada@example.com");
    assertThat(store.find(ADA).verifiedEmail()).isEmpty();
  }

  @Test
  void whoEndsTheirSubscriptionWishesNone() {
    Profile read = store.change(Profile.empty(ADA), new Wishes(null, null, true));
    store.subscribed(ADA, "arn", "ada@example.com", NOW);

    Profile ended = store.unsubscribed(ADA, "arn", true);

    assertThat(ended).isEqualTo(store.find(ADA));
    assertThat(ended.subscriptionArn()).isNull();
    assertThat(ended.subscriptionEmail()).isNull();
    assertThat(ended.notifications()).isFalse();
    assertThatThrownBy(() -> store.change(read, new Wishes("Ada", null, true)))
        .as("a change from before")
        .isInstanceOf(ProfileConflict.class);
  }

  @Test
  void aSubscriptionThatEndedWithItsAddressLeavesTheWish() {
    store.change(Profile.empty(ADA), new Wishes(null, null, true));
    store.subscribed(ADA, "arn", "ada@example.com", NOW);

    assertThat(store.unsubscribed(ADA, "arn", false).notifications()).isTrue();
  }

  @Test
  void aSubscriptionThatTookTheEndedOnesPlaceStays() {
    store.subscribed(ADA, "new", "ada@example.com", NOW);

    assertThat(store.unsubscribed(ADA, "old", true).subscriptionArn()).isEqualTo("new");
  }

  @Test
  void aSubscriptionThatCannotBeEndedYetIsSetAsideUntilItIs() {
    store.change(Profile.empty(ADA), new Wishes(null, null, true));
    store.subscribed(ADA, "old", "old@example.com", NOW);

    assertThat(store.setAside(ADA, "old").formerSubscriptionArn()).isEqualTo("old");
    Profile moved = store.subscribed(ADA, "new", "new@example.com", NOW);
    assertThat(moved.subscriptionArn()).isEqualTo("new");
    assertThat(store.setAside(ADA, "old")).as("another took its place").isEqualTo(moved);

    assertThat(store.forgetAside(ADA, "another")).isEqualTo(moved);
    assertThat(store.forgetAside(ADA, "old").formerSubscriptionArn()).isNull();
    assertThat(store.find(ADA).notifications()).isTrue();
  }

  @Test
  void itemsCarryTheirSchemaAndProfilesAreKeptApart() {
    store.emailChecked(ADA, "ada@example.com", true, NOW);

    assertThat(item().get("schema").n()).isEqualTo("2");
    assertThat(item().get("emailCheckedAt").s()).isEqualTo("2026-05-04T10:00:00.000Z");
    assertThat(store.find("bob")).isEqualTo(Profile.empty("bob"));
  }

  private Map<String, AttributeValue> item() {
    return table
        .client()
        .getItem(
            get ->
                get.tableName(table.name())
                    .key(
                        Map.of(
                            "PK", AttributeValue.fromS("OWNER#" + ADA),
                            "SK", AttributeValue.fromS("PROFILE"))))
        .item();
  }
}
