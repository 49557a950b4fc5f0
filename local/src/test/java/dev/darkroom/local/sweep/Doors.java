package dev.darkroom.local.sweep;

import dev.darkroom.local.lambda.EmbeddedFunctions;
import dev.darkroom.local.lambda.RunningInvocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends the calls of the functions that are tried through the fault layer; all others go their own
 * way. The JDK asks it before each request, on the thread that makes it.
 */
final class Doors extends ProxySelector implements AutoCloseable {
  private static final Pattern WORKING = Pattern.compile("lambda \\w+-(\\w+)Function (\\S+)");
  private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

  private final EmbeddedFunctions functions;
  private final Runs runs;
  private final Set<String> tried;
  private final FaultLayer layer;
  private final Map<String, Run> byRequest = new ConcurrentHashMap<>();
  private final Map<Thread, Door> doors = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "fault-layer");
            thread.setDaemon(true);
            return thread;
          });
  private final Proxy nobody = nobody();
  private final ProxySelector before = ProxySelector.getDefault();

  /**
   * @param tried the functions whose calls may go wrong
   */
  Doors(EmbeddedFunctions functions, Runs runs, Set<String> tried, FaultLayer layer) {
    this.functions = functions;
    this.runs = runs;
    this.tried = tried;
    this.layer = layer;
  }

  void install() {
    ProxySelector.setDefault(this);
  }

  @Override
  public List<Proxy> select(URI uri) {
    Matcher working = WORKING.matcher(Thread.currentThread().getName());
    if (!working.matches() || !tried.contains(working.group(1))) {
      return DIRECT;
    }
    String requestId = working.group(2);
    return run(requestId).map(run -> way(run, working.group(1), requestId)).orElse(DIRECT);
  }

  private List<Proxy> way(Run run, String function, String requestId) {
    Call call = run.begins(function, requestId);
    if (run.wasKilled(requestId)) {
      run.wrong("0. a killed process goes on: " + call);
      return List.of(nobody);
    }
    run.before(call);
    Optional<Fault> fault = run.faultOf(call);
    if (fault.filter(each -> each.kind() == Kind.REFUSED).isPresent()) {
      run.recorded(new RecordedCall(call, "?", Kind.REFUSED.toString()));
      return List.of(nobody);
    }
    Door door = doors.computeIfAbsent(Thread.currentThread(), any -> Door.open(layer, threads));
    return List.of(door.admit(new Ticket(call, fault)));
  }

  /** Whose job an invocation is about; one that is killed does not run any more. */
  private Optional<Run> run(String requestId) {
    Optional<Run> known = Optional.ofNullable(byRequest.get(requestId));
    if (known.isPresent()) {
      return known;
    }
    Optional<Run> found =
        functions.running().stream()
            .filter(invocation -> invocation.requestId().equals(requestId))
            .map(RunningInvocation::payload)
            .findFirst()
            .flatMap(payload -> runs.about(payload.toString()));
    found.ifPresent(run -> byRequest.put(requestId, run));
    return found;
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    // That nobody listens is what is wanted.
  }

  @Override
  public void close() {
    ProxySelector.setDefault(before);
    doors.values().forEach(Door::close);
    threads.shutdownNow();
  }

  /** An address where nobody listens. */
  private static Proxy nobody() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new Proxy(
          Proxy.Type.HTTP,
          new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
