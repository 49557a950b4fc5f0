package dev.darkroom.api.http;

import dev.darkroom.core.Page;
import dev.darkroom.core.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How every list is cut into pages: {@code limit} and {@code cursor} in, {@code items} and {@code
 * nextCursor} out.
 */
public final class Paging {
  /** The names of the parameters. */
  public static final String LIMIT = "limit";

  public static final String CURSOR = "cursor";
  private static final int LARGEST = 100;
  private static final int USUAL = 25;

  private final Cursors cursors;

  public Paging(Cursors cursors) {
    this.cursors = cursors;
  }

  /**
   * Which page is asked for.
   *
   * @param scope what the list is of, with all that filters it: a cursor of one list does not hold
   *     for another
   * @throws InvalidField when {@code limit} is not 1 to 100, or the cursor is not one of this
   *     caller and list
   */
  public PageRequest asked(Caller caller, Query query, String scope) {
    Optional<String> after =
        query.text(CURSOR).map(cursor -> cursors.open(caller.sub(), scope, cursor));
    return new PageRequest(query.number(LIMIT, LARGEST, USUAL), after);
  }

  /** The body of the answer. */
  public <T, V> Listing<V> listing(Caller caller, String scope, Page<T> page, Function<T, V> view) {
    return new Listing<>(
        page.items().stream().map(view).toList(),
        page.next().map(at -> cursors.seal(caller.sub(), scope, at)).orElse(null));
  }

  /**
   * A page of a list.
   *
   * @param nextCursor what asks for the next page, or null after the last
   */
  public record Listing<V>(List<V> items, String nextCursor) {}
}
