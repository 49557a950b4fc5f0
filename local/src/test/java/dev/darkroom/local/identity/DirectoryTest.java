package dev.darkroom.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DirectoryTest {
  private static final User ADA = new User("sub-ada", "ada", "ada@example.com", List.of());
  private final Directory directory = new Directory();

  @Test
  void knowsAUserByNameAndPassword() {
    directory.add(ADA, "one");

    assertThat(directory.authenticate("ada", "one")).contains(ADA);
    assertThat(directory.authenticate("ada", "two")).isEmpty();
    assertThat(directory.authenticate("Ada", "one")).isEmpty();
  }

  @Test
  void knowsNobodyByAnEmptyPassword() {
    assertThat(directory.authenticate("bob", "")).isEmpty();
    assertThatThrownBy(() -> directory.add(ADA, "")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saltsEachHash() {
    assertThat(PasswordHash.of("same"))
        .usingRecursiveComparison()
        .isNotEqualTo(PasswordHash.of("same"));
  }
}
