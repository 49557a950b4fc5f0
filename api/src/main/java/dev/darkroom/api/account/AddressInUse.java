package dev.darkroom.api.account;

import dev.darkroom.api.http.Refusal;

/** The address has another subscription to the topic; SNS allows one. */
final class AddressInUse extends Refusal {
  AddressInUse() {
    super(
        409,
        "address-in-use",
        "The address is told other outcomes already",
        "Your address is subscribed to other outcomes than yours, by the operator or by another"
            + " user. Follow the link that unsubscribes it in one of those mails, then try again.");
  }
}
