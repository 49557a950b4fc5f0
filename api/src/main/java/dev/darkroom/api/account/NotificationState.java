package dev.darkroom.api.account;

/** Whether a user is told of outcomes by e-mail. */
public enum NotificationState {
  /** No mail comes. */
  OFF,

  /** The address is subscribed, but its link was not followed yet: no mail comes. */
  PENDING,

  /** Mail comes. */
  ON
}
