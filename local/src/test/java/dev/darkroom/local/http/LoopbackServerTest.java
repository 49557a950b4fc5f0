package dev.darkroom.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopbackServerTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:80, 200",
    "localhost:80, 200",
    "127.0.0.1, 200",
    "attacker.example, 403",
    "127.0.0.1.attacker.example:80, 403",
    "localhost.attacker.example, 403"
  })
  void answersOnlyWhoCallsItByItsOwnName(String host, int status) throws IOException {
    try (LoopbackServer server =
        LoopbackServer.start(0, request -> Reply.text(200, "text/plain", "hello"))) {
      assertThat(statusOf(server, host)).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @CsvSource({"boom, 500"})
  void whatAServiceThrowsIsAnError(String message, int status) throws IOException {
    try (LoopbackServer server =
        LoopbackServer.start(
            0,
            request -> {
              throw new IllegalStateException(message);
            })) {
      assertThat(statusOf(server, "127.0.0.1")).isEqualTo(status);
    }
  }

  private static int statusOf(LoopbackServer server, String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
      String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      return Integer.parseInt(answer.split(" ")[1]);
    }
  }
}
