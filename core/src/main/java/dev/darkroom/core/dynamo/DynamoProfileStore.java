package dev.darkroom.core.dynamo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.core.Profile;
import dev.darkroom.core.ProfileConflict;
import dev.darkroom.core.ProfileStore;
import dev.darkroom.core.json.Json;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Keeps profiles in the one DynamoDB table, one item a user. */
public final class DynamoProfileStore implements ProfileStore {
  private static final ObjectMapper JSON = Json.mapper();

  private final DynamoDbClient dynamo;
  private final String table;

  /**
   * Keeps them in one table.
   *
   * @param table the table's name
   */
  public DynamoProfileStore(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Profile find(String owner) {
    Map<String, AttributeValue> item =
        dynamo
            .getItem(get -> get.tableName(table).key(ProfileUpdate.key(owner)).consistentRead(true))
            .item();
    return item.isEmpty() ? Profile.empty(owner) : profile(item);
  }

  @Override
  public Profile change(Profile before, Profile.Wishes wishes) {
    ProfileUpdate update =
        new ProfileUpdate(before.owner())
            .setOrRemove("displayName", wishes.displayName())
            .setOrRemove("avatarImageId", wishes.avatarImageId())
            .setOrRemove("notifications", wishes.notifications())
            .counted();
    if (before.version() == 0) {
      update.onlyIf("attribute_not_exists(version)");
    } else {
      update.onlyIf("version = :before").value(":before", before.version());
    }
    try {
      return write(update);
    } catch (ConditionalCheckFailedException e) {
      throw new ProfileConflict(before.owner());
    }
  }

  @Override
  public void emailChecked(String owner, String email, boolean verified, Instant at) {
    try {
      write(
          new ProfileUpdate(owner)
              .setOrRemove("email", email)
              .setOrRemove("emailVerified", verified)
              .setOrRemove("emailCheckedAt", at)
              .onlyIf("attribute_not_exists(emailCheckedAt) OR emailCheckedAt <= :emailCheckedAt"));
    } catch (ConditionalCheckFailedException e) {
      // A newer answer is kept already.
    }
  }

  @Override
  public Profile subscribed(String owner, String subscriptionArn, String email, Instant at) {
    return write(
        new ProfileUpdate(owner)
            .setOrRemove("subscriptionArn", subscriptionArn)
            .setOrRemove("subscriptionEmail", email)
            .setOrRemove("subscribedAt", at));
  }

  @Override
  public Profile unsubscribed(String owner, String subscriptionArn, boolean byUser) {
    ProfileUpdate update = without(owner, subscriptionArn);
    if (byUser) {
      update.setOrRemove("notifications", false).counted();
    }
    return writeUnlessReplaced(owner, update);
  }

  @Override
  public Profile setAside(String owner, String subscriptionArn) {
    return writeUnlessReplaced(
        owner,
        without(owner, subscriptionArn).setOrRemove("formerSubscriptionArn", subscriptionArn));
  }

  @Override
  public Profile forgetAside(String owner, String subscriptionArn) {
    return writeUnlessReplaced(
        owner,
        new ProfileUpdate(owner)
            .setOrRemove("formerSubscriptionArn", null)
            .onlyIf("formerSubscriptionArn = :ended")
            .value(":ended", subscriptionArn));
  }

  private static ProfileUpdate without(String owner, String subscriptionArn) {
    return new ProfileUpdate(owner)
        .setOrRemove("subscriptionArn", null)
        .setOrRemove("subscriptionEmail", null)
        .setOrRemove("subscribedAt", null)
        .onlyIf("subscriptionArn = :ended")
        .value(":ended", subscriptionArn);
  }

  private Profile writeUnlessReplaced(String owner, ProfileUpdate update) {
    try {
      return write(update);
    } catch (ConditionalCheckFailedException e) {
      return find(owner);
    }
  }

  private Profile write(ProfileUpdate update) {
    return profile(dynamo.updateItem(update.build(table)).attributes());
  }

  private static Profile profile(Map<String, AttributeValue> item) {
    try {
      return JSON.treeToValue(Attributes.json(item), Profile.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "A record of the table is not a profile: " + item.get(Keys.PK), e);
    }
  }
}
