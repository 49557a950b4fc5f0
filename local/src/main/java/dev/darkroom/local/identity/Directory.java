package dev.darkroom.local.identity;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The users of a pool and their passwords. */
final class Directory {
  private record Account(User user, PasswordHash password) {}

  private final Map<String, Account> accounts = new ConcurrentHashMap<>();

  /** Checked against when the user is unknown, so that both refusals take as long. */
  private final PasswordHash nobody = PasswordHash.of("");

  void add(User user, String password) {
    if (password.isEmpty()) {
      throw new IllegalArgumentException("The password of " + user.userName() + " is empty.");
    }
    accounts.put(user.userName(), new Account(user, PasswordHash.of(password)));
  }

  /** The user as the directory knows them now, whatever a token of theirs says. */
  Optional<User> find(String sub) {
    return accounts.values().stream()
        .map(Account::user)
        .filter(user -> user.sub().equals(sub))
        .findFirst();
  }

  Optional<User> authenticate(String userName, String password) {
    Account account = accounts.get(userName);
    boolean right = (account == null ? nobody : account.password()).matches(password);
    return account != null && right ? Optional.of(account.user()) : Optional.empty();
  }
}
