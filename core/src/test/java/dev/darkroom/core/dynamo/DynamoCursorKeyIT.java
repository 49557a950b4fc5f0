package dev.darkroom.core.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.CursorKey;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoCursorKeyIT {
  @RegisterExtension private final LocalTable table = new LocalTable();

  @Test
  void isTheSameForAllWhoNeedItFirst() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<String> first = () -> HexFormat.of().formatHex(key().bytes());
      Set<String> keys = new TreeSet<>();
      for (Future<String> key : threads.invokeAll(Collections.nCopies(8, first))) {
        keys.add(key.get());
      }
      assertThat(keys).hasSize(1).allMatch(key -> key.length() == 64);
      assertThat(key().bytes()).isEqualTo(HexFormat.of().parseHex(keys.iterator().next()));
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void isNotEmpty() {
    byte[] mine = key().bytes();
    assertThat(mine).isNotEqualTo(new byte[32]).hasSize(32);
  }

  private CursorKey key() {
    return new DynamoCursorKey(table.client(), table.name());
  }
}
