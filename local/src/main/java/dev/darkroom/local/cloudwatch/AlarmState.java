package dev.darkroom.local.cloudwatch;

/** How an alarm stands. */
enum AlarmState {
  OK,
  ALARM,
  INSUFFICIENT_DATA
}
