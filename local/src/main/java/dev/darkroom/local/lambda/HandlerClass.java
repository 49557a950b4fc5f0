package dev.darkroom.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;

/**
 * The class that a template's {@code Handler} names. It has a public constructor that takes the
 * environment variables: one JVM runs many functions, so they cannot come from the process.
 */
final class HandlerClass {
  private static final String METHOD = "handleRequest";

  private final Class<?> type;

  private HandlerClass(Class<?> type) {
    this.type = type;
  }

  /**
   * Finds a handler.
   *
   * @param handler {@code package.Class::handleRequest}
   * @throws IllegalArgumentException when there is no such class, or it is no handler
   */
  static HandlerClass load(String handler, ClassLoader code) {
    int separator = handler.indexOf("::");
    String method = separator < 0 ? METHOD : handler.substring(separator + 2);
    if (!method.equals(METHOD)) {
      throw new IllegalArgumentException(
          "Handler " + handler + ": only the method handleRequest is supported locally.");
    }
    String name = separator < 0 ? handler : handler.substring(0, separator);
    try {
      return new HandlerClass(Class.forName(name, true, code));
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("Handler " + handler + " is not in the artifact.", e);
    }
  }

  /**
   * Makes a handler; what its constructor throws comes out as it is.
   *
   * @throws IllegalArgumentException when the class has no such constructor, or is no handler
   */
  Handler create(Map<String, String> environment) throws Throwable {
    Object handler;
    try {
      handler = constructor().newInstance(environment);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    if (handler instanceof RequestStreamHandler stream) {
      return new StreamingHandler(stream);
    }
    if (handler instanceof RequestHandler<?, ?> pojo) {
      return PojoHandler.of(pojo, typesOf(type));
    }
    throw new IllegalArgumentException(
        type.getName() + " is neither a RequestHandler nor a RequestStreamHandler.");
  }

  private Constructor<?> constructor() {
    try {
      return type.getConstructor(Map.class);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(
          type.getName() + " has no public constructor that takes the environment as a Map.", e);
    }
  }

  /** Input and output type of a class that implements RequestHandler itself. */
  private static Type[] typesOf(Class<?> type) {
    return Arrays.stream(type.getGenericInterfaces())
        .filter(ParameterizedType.class::isInstance)
        .map(ParameterizedType.class::cast)
        .filter(implemented -> implemented.getRawType().equals(RequestHandler.class))
        .map(ParameterizedType::getActualTypeArguments)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    type.getName() + " has to name RequestHandler's types itself."));
  }
}
