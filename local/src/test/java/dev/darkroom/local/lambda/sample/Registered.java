package dev.darkroom.local.lambda.sample;

import java.io.File;
import java.util.Locale;
import javax.imageio.spi.ImageInputStreamSpi;
import javax.imageio.stream.ImageInputStream;

/** What a library of a function registers with ImageIO, for the whole JVM. */
public final class Registered extends ImageInputStreamSpi {
  public Registered() {
    super("Darkroom", "1", Registered.class);
  }

  @Override
  public ImageInputStream createInputStreamInstance(Object input, boolean useCache, File folder) {
    throw new UnsupportedOperationException("Nobody is to ask for it.");
  }

  @Override
  public String getDescription(Locale locale) {
    return "Streams of nothing";
  }
}
