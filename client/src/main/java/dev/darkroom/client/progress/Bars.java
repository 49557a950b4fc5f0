package dev.darkroom.client.progress;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A bar for each file that is being sent and one for all, at the end of a terminal. There are as
 * many lines as there are transfers at a time: the bar of a file that arrived goes away.
 */
public final class Bars implements Progress {
  private static final int REDRAW_MILLIS = 100;
  private static final int BAR = 24;
  private static final int FIGURES = 24;
  private static final int NARROWEST = 50;
  private static final int PERCENT = 100;

  private final PrintStream terminal;
  private final int columns;
  private final Set<Bar> open = new LinkedHashSet<>();
  private final long start = System.nanoTime();
  private final Thread clock = new Thread(this::redraw, "progress");
  private int files;
  private long bytes;
  private int settled;
  private long gone;
  private long skipped;
  private int drawn;
  private boolean closed;

  /**
   * Bars that redraw themselves ten times a second.
   *
   * @param columns how wide the terminal is
   */
  public Bars(PrintStream terminal, int columns) {
    this.terminal = terminal;
    this.columns = Math.max(columns, NARROWEST);
    clock.setDaemon(true);
    clock.start();
  }

  @Override
  public synchronized void expect(int count, long size) {
    files = count;
    bytes = size;
  }

  @Override
  public synchronized Transfer begin(String name, long size) {
    Bar bar = new Bar(Figures.plain(name), size);
    open.add(bar);
    return bar;
  }

  @Override
  public synchronized void skip(String name, long size) {
    skipped += size;
  }

  @Override
  public synchronized void settle() {
    settled++;
  }

  @Override
  public synchronized void say(String text) {
    erase();
    terminal.println(text);
    draw();
  }

  @Override
  public synchronized void close() {
    clock.interrupt();
    closed = true;
    erase();
    terminal.flush();
  }

  private void redraw() {
    try {
      while (true) {
        TimeUnit.MILLISECONDS.sleep(REDRAW_MILLIS);
        draw();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // It is closed.
    }
  }

  private synchronized void draw() {
    if (files == 0 || closed) {
      return;
    }
    List<String> lines = new ArrayList<>();
    open.forEach(bar -> lines.add(bar.line()));
    lines.add(total());
    erase();
    lines.forEach(terminal::println);
    terminal.flush();
    drawn = lines.size();
  }

  private void erase() {
    if (drawn > 0) {
      terminal.print("\u001b[" + drawn + "A\r\u001b[J"); // Up, and clear what is below.
      drawn = 0;
    }
  }

  private String total() {
    double seconds = (System.nanoTime() - start) / 1e9;
    String speed = Figures.bytes(Math.round(gone / Math.max(seconds, 0.1))) + "/s";
    String name = "%d of %d done  %s".formatted(settled, files, speed);
    return line(name, gone + skipped, bytes);
  }

  private String line(String name, long done, long size) {
    double part = size == 0 ? 1 : Math.min(1, (double) done / size);
    int full = (int) (part * BAR);
    String figures =
        String.format(
            Locale.ROOT,
            "%3d %%  %s of %s",
            (int) (part * PERCENT),
            Figures.bytes(done),
            Figures.bytes(size));
    return Figures.fit(name, columns - BAR - FIGURES - 6)
        + " ["
        + "#".repeat(full)
        + ".".repeat(BAR - full)
        + "] "
        + Figures.fit(figures, FIGURES + 1);
  }

  /** The bar of one file. */
  private final class Bar implements Transfer {
    private final String name;
    private final long size;
    private long done;

    Bar(String name, long size) {
      this.name = name;
      this.size = size;
    }

    @Override
    public void advance(long more) {
      synchronized (Bars.this) {
        done += more;
        gone += more;
      }
    }

    @Override
    public void restart() {
      synchronized (Bars.this) {
        gone -= done;
        done = 0;
      }
    }

    @Override
    public void end(boolean arrived) {
      synchronized (Bars.this) {
        open.remove(this);
      }
    }

    private String line() {
      return Bars.this.line(name, done, size);
    }
  }
}
