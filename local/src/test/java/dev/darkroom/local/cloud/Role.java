package dev.darkroom.local.cloud;

import java.util.Arrays;
import java.util.List;

/** The columns of the table in docs/api.md, in its order. */
enum Role {
  NO_GOOD_TOKEN("no good token"),
  VIEWER("viewer"),
  OTHER_UPLOADER("other uploader"),
  OWNER("owner"),
  ADMIN("admin");

  private final String column;

  Role(String column) {
    this.column = column;
  }

  static List<String> columns() {
    return Arrays.stream(values()).map(Role::toString).toList();
  }

  @Override
  public String toString() {
    return column;
  }
}
