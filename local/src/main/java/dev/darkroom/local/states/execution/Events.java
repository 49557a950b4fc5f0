package dev.darkroom.local.states.execution;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A list of events that can be packed. Each state's input is the output of the state before, so an
 * execution's events repeat themselves: packed, they take about a tenth of the memory. Not safe on
 * many threads.
 */
final class Events {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private List<HistoryEvent> events = new ArrayList<>();
  private byte[] packed;
  private int size;

  void add(HistoryEvent event) {
    if (packed != null) {
      events = new ArrayList<>(unpacked());
      packed = null;
    }
    events.add(event);
    size++;
  }

  int size() {
    return size;
  }

  /** A copy of them, in order. */
  List<HistoryEvent> all() {
    return packed == null ? List.copyOf(events) : unpacked();
  }

  /** Packs them; for a list that nothing is likely to be added to. */
  void pack() {
    if (packed != null) {
      return;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(bytes)) {
      JSON.writeValue(out, events.stream().map(Packed::of).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    packed = bytes.toByteArray();
    events = null;
  }

  private List<HistoryEvent> unpacked() {
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      return JSON.readValue(in, new TypeReference<List<Packed>>() {}).stream()
          .map(Packed::event)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An event whose time is text, to the nanosecond. */
  private record Packed(long id, long previousId, String time, String type, ObjectNode details) {
    static Packed of(HistoryEvent event) {
      return new Packed(
          event.id(),
          event.previousId(),
          event.timestamp().toString(),
          event.type(),
          event.details());
    }

    HistoryEvent event() {
      return new HistoryEvent(id, previousId, Instant.parse(time), type, details);
    }
  }
}
