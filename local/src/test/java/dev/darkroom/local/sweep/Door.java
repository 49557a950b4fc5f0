package dev.darkroom.local.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Executor;

/**
 * A forward proxy for one thread of the embedded Lambda: what comes through it, that thread has
 * sent. As on Lambda, where every environment is a process, no two share a connection.
 */
final class Door {
  private final ServerSocket socket;
  private volatile Ticket ticket;

  private Door(ServerSocket socket) {
    this.socket = socket;
  }

  static Door open(FaultLayer layer, Executor threads) {
    try {
      Door door = new Door(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      threads.execute(() -> door.welcome(layer, threads));
      return door;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets the thread make one more call. */
  Proxy admit(Ticket next) {
    ticket = next;
    return new Proxy(
        Proxy.Type.HTTP,
        new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort()));
  }

  Ticket ticket() {
    return ticket;
  }

  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void welcome(FaultLayer layer, Executor threads) {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        client.setTcpNoDelay(true);
        threads.execute(() -> layer.serve(client, this));
      } catch (IOException e) {
        return; // Closed.
      }
    }
  }
}
