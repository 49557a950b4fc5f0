package dev.darkroom.local.states.asl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorEqualsTest {
  @ParameterizedTest
  @CsvSource({
    "com.example.Busy,           com.example.Busy,            true",
    "com.example.Busy,           com.example.BusyToo,         false",
    "States.ALL,                 com.example.Busy,            true",
    "States.ALL,                 States.Timeout,              true",
    "States.ALL,                 States.QueryEvaluationError, true",
    "States.ALL,                 States.DataLimitExceeded,    false",
    "States.ALL,                 States.Runtime,              false",
    "States.Runtime,             States.Runtime,              false",
    "States.DataLimitExceeded,   States.DataLimitExceeded,    true",
    "States.TaskFailed,          com.example.Busy,            true",
    "States.TaskFailed,          States.Timeout,              false",
    "States.TaskFailed,          States.DataLimitExceeded,    false",
    "States.Timeout,             States.Timeout,              true",
  })
  void matchesAsStepFunctionsDoes(String named, String happened, boolean matches) {
    assertThat(new ErrorEquals(List.of(named)).matches(happened)).isEqualTo(matches);
  }
}
