package dev.darkroom.local.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An SMTP server on the loopback interface that keeps the mails it receives in memory.
 *
 * <p>It takes mail for every address, and holds the newest {@value #CAPACITY}; older ones are
 * dropped. All methods may be called on many threads.
 */
public final class Inbox implements AutoCloseable {
  static final int CAPACITY = 10_000;

  private final int capacity;
  private final Deque<Email> emails = new ArrayDeque<>();
  private final GreenMail server;

  private Inbox(int port, int capacity) {
    this.capacity = capacity;
    ServerSetup setup =
        new ServerSetup(
            port, InetAddress.getLoopbackAddress().getHostAddress(), ServerSetup.PROTOCOL_SMTP);
    this.server = new GreenMail(setup);
  }

  /** Starts an inbox on any free port. */
  public static Inbox start() {
    return start(0);
  }

  /**
   * Starts an inbox.
   *
   * @param smtpPort the port, or 0 for any that is free
   * @throws IllegalStateException when the port is taken
   */
  public static Inbox start(int smtpPort) {
    return start(smtpPort, CAPACITY);
  }

  static Inbox start(int smtpPort, int capacity) {
    Inbox inbox = new Inbox(smtpPort, capacity);
    // GreenMail's own mailboxes are passed by: they grow without bound, one a recipient.
    inbox
        .server
        .getUserManager()
        .setMessageDeliveryHandler((message, recipient) -> inbox.new Recipient(recipient));
    inbox.server.start();
    return inbox;
  }

  /** The port that the SMTP server listens on. */
  public int smtpPort() {
    return server.getSmtp().getPort();
  }

  /** All mails, newest last. */
  public List<Email> emails() {
    synchronized (emails) {
      return List.copyOf(emails);
    }
  }

  /**
   * The mails to one recipient, newest last.
   *
   * @param recipient the address, without regard to case
   */
  public List<Email> emails(String recipient) {
    String address = normal(recipient);
    return emails().stream().filter(email -> email.to().equals(address)).toList();
  }

  /**
   * Waits for a mail: the first that matches, of those already here and those that arrive in time.
   *
   * @param recipient the address, without regard to case
   * @param timeout how long to wait
   * @return the mail, or empty when none came in time
   * @throws InterruptedException when the caller no longer waits
   */
  public Optional<Email> await(String recipient, Predicate<Email> wanted, Duration timeout)
      throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    synchronized (emails) {
      while (true) {
        Optional<Email> found = emails(recipient).stream().filter(wanted).findFirst();
        long left = deadline - System.nanoTime();
        if (found.isPresent() || left <= 0) {
          return found;
        }
        // Rounded up: wait(0) would wait for ever.
        emails.wait(Duration.ofNanos(left).toMillis() + 1);
      }
    }
  }

  @Override
  public void close() {
    server.stop();
  }

  private void keep(MimeMessage message, String recipient) {
    Email email;
    try {
      email =
          new Email(
              MimeText.from(message),
              normal(recipient),
              Objects.requireNonNullElse(message.getSubject(), ""),
              MimeText.body(message),
              Instant.now());
    } catch (MessagingException e) {
      // Thrown on: the sender then hears 451 instead of losing the mail.
      throw new IllegalStateException("The mail to " + recipient + " cannot be read.", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    synchronized (emails) {
      emails.addLast(email);
      if (emails.size() > capacity) {
        emails.removeFirst();
      }
      emails.notifyAll();
    }
  }

  private static String normal(String address) {
    return address.toLowerCase(Locale.ROOT);
  }

  /** The SMTP server's view of whoever a mail is for. */
  private final class Recipient extends UserImpl {
    Recipient(MailAddress address) {
      super(address.getEmail(), address.getEmail(), "", null);
    }

    @Override
    public void deliver(MovingMessage message) {
      deliver(message.getMessage());
    }

    @Override
    public void deliver(MimeMessage message) {
      keep(message, getEmail());
    }
  }
}
