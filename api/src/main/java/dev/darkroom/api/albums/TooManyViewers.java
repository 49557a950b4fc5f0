package dev.darkroom.api.albums;

import dev.darkroom.api.http.Refusal;
import dev.darkroom.core.AlbumStore;

/** The album is shared with as many addresses as it can be. */
final class TooManyViewers extends Refusal {
  TooManyViewers() {
    super(
        409,
        "too-many-viewers",
        "The album has too many viewers",
        "An album is shared with at most "
            + AlbumStore.MOST_VIEWERS
            + " addresses. Withdraw it from one of them first.");
  }
}
