package dev.darkroom.local.lambda;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.spi.IIORegistry;

/**
 * Loads a function from its Lambda artifact and from nowhere else, as the Lambda runtime does: what
 * the jar lacks is missing here too. Only Lambda's own interfaces are shared with the caller.
 */
final class FunctionClassLoader extends URLClassLoader {
  private static final String SHARED = "com.amazonaws.services.lambda.runtime.";
  private static final String SHARED_LOGGING = SHARED + "logging.";

  static {
    registerAsParallelCapable();
  }

  FunctionClassLoader(Path jar) {
    super("lambda:" + jar.getFileName(), new URL[] {url(jar)}, getPlatformClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return isShared(name)
        ? FunctionClassLoader.class.getClassLoader().loadClass(name)
        : super.loadClass(name, resolve);
  }

  /**
   * Takes what it loads out of the JVM's list of image formats, too: the next one to ask breaks.
   */
  @Override
  public void close() throws IOException {
    IIORegistry formats = IIORegistry.getDefaultInstance();
    formats.getCategories().forEachRemaining(category -> forget(formats, category));
    super.close();
  }

  private void forget(IIORegistry formats, Class<?> category) {
    List<Object> own = new ArrayList<>();
    formats.getServiceProviders(category, false).forEachRemaining(own::add);
    own.removeIf(provider -> provider.getClass().getClassLoader() != this);
    own.forEach(formats::deregisterServiceProvider);
  }

  private static boolean isShared(String name) {
    return name.startsWith(SHARED_LOGGING)
        || (name.startsWith(SHARED) && name.indexOf('.', SHARED.length()) < 0);
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("Not a file: " + jar, e);
    }
  }
}
