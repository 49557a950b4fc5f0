package dev.darkroom.core;

import java.time.Instant;

/**
 * Where profiles are kept. What users wish and what is known of their addresses are written apart,
 * so that neither undoes the other. Safe for many threads and many processes.
 */
public interface ProfileStore {
  /** The profile as it is now, read consistently; an empty one when nothing is kept. */
  Profile find(String owner);

  /**
   * Records what a user wishes.
   *
   * @param before the profile as it was read
   * @return the profile as it is now
   * @throws ProfileConflict when the wishes were changed since
   */
  Profile change(Profile before, Profile.Wishes wishes);

  /**
   * Records what the issuer told of an address. An answer that is older than the one kept changes
   * nothing.
   *
   * @param email in lower case, or null for none
   */
  void emailChecked(String owner, String email, boolean verified, Instant at);

  /**
   * Records a subscription to outcomes in place of any other.
   *
   * @return the profile as it is now
   */
  Profile subscribed(String owner, String subscriptionArn, String email, Instant at);

  /**
   * Sets a subscription aside whose address is not the user's any more, and which cannot be ended
   * yet; another that took its place meanwhile stays.
   *
   * @return the profile as it is now
   */
  Profile setAside(String owner, String subscriptionArn);

  /**
   * Forgets the subscription that was set aside, once it has ended.
   *
   * @return the profile as it is now
   */
  Profile forgetAside(String owner, String subscriptionArn);

  /**
   * Forgets a subscription that has ended; another that took its place meanwhile stays.
   *
   * @param byUser whether the user ended it, and so wishes none
   * @return the profile as it is now
   */
  Profile unsubscribed(String owner, String subscriptionArn, boolean byUser);
}
