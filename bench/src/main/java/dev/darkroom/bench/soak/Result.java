package dev.darkroom.bench.soak;

/**
 * What came of one upload.
 *
 * @param minute in which it was due, counted from 0
 * @param late whether it started late
 * @param status its job's last known status
 * @param settled whether that is final
 * @param millis from the accepted PUT to the final status
 * @param complaint what was not as it must be, or null
 */
record Result(
    Kind kind,
    int minute,
    boolean late,
    String status,
    boolean settled,
    double millis,
    String complaint) {}
