package dev.darkroom.api.account;

import dev.darkroom.api.http.Refusal;

/** The topic has as many subscriptions with a filter as SNS allows. */
final class NotificationsFull extends Refusal {
  NotificationsFull() {
    super(
        409,
        "notifications-full",
        "No more users can be told by e-mail",
        "As many users are told by e-mail as the system can. Ask the operator, or poll the jobs.");
  }
}
