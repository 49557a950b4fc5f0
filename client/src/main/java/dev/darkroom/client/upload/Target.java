package dev.darkroom.client.upload;

import dev.darkroom.client.journal.Key;
import java.net.URI;
import java.util.Optional;

/**
 * Where files go.
 *
 * @param api the API's address
 * @param albumId the album that they are put into
 * @param caption the caption of each
 */
public record Target(URI api, Optional<String> albumId, Optional<String> caption) {

  Key key(String checksum) {
    return new Key(api.toString(), albumId.orElse(""), checksum);
  }
}
