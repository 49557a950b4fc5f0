package dev.darkroom.local.sns;

/** Writes mails as SNS does. */
final class MailText {
  private static final String DEFAULT_SENDER = "AWS Notifications";
  private static final String DEFAULT_SUBJECT = "AWS Notification Message";

  private MailText() {}

  static String sender(Topic topic) {
    return topic.displayName().isEmpty() ? DEFAULT_SENDER : topic.displayName();
  }

  static String subject(Message message) {
    return message.subject().orElse(DEFAULT_SUBJECT);
  }

  static String confirmation(Subscription subscription, Links links) {
    return """
        You have chosen to subscribe to the topic:
        %s

        To confirm this subscription, click or visit the link below \
        (If this was in error no action is necessary):
        %s

        Please do not reply directly to this email.
        """
        .formatted(subscription.topicArn(), links.confirm(subscription));
  }

  static String notification(Subscription subscription, Message message, Links links) {
    return message.text(subscription.protocol())
        + """


        --
        If you wish to stop receiving notifications from this topic, \
        please click or visit the link below to unsubscribe:
        %s

        Please do not reply directly to this email.
        """
            .formatted(links.unsubscribe(subscription));
  }
}
