package dev.darkroom.bench.api;

import dev.darkroom.bench.Statistics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What hey measured of one round.
 *
 * @param seconds from the first request to the last answer
 * @param millis from sending to the answer's last byte, of each request
 */
record Round(double seconds, List<Double> millis) {
  private static final int RESPONSE_TIME = 0;
  private static final int STATUS = 6;
  private static final int OFFSET = 7;

  /**
   * Reads hey's CSV: a line a request, in seconds.
   *
   * @param requests how many there must be
   * @param status what each must be answered with
   */
  static Round ofCsv(String csv, int requests, int status) throws IOException {
    List<Double> millis = new ArrayList<>();
    Map<Integer, Integer> others = new TreeMap<>();
    double end = 0;
    for (String line : csv.lines().skip(1).filter(text -> !text.isBlank()).toList()) {
      String[] cells = line.split(",");
      double time = Double.parseDouble(cells[RESPONSE_TIME]);
      int answered = Integer.parseInt(cells[STATUS]);
      if (answered != status) {
        others.merge(answered, 1, Integer::sum);
      }
      millis.add(time * 1000);
      end = Math.max(end, time + Double.parseDouble(cells[OFFSET]));
    }
    if (!others.isEmpty()) {
      throw new IOException(
          "Requests were answered otherwise than by " + status + ", as status=count: " + others);
    }
    if (millis.size() != requests) {
      throw new IOException("Of " + requests + " requests " + millis.size() + " were answered.");
    }
    return new Round(end, millis);
  }

  double requestsASecond() {
    return millis.size() / seconds;
  }

  double percentile(int percent) {
    return Statistics.percentile(millis, percent);
  }
}
