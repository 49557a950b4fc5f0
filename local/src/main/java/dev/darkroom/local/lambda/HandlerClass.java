package dev.darkroom.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
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

  private final Constructor<?> constructor;
  private final Type[] types;

  private HandlerClass(Constructor<?> constructor, Type[] types) {
    this.constructor = constructor;
    this.types = types;
  }

  /**
   * Finds a handler, without running any of its code.
   *
   * @param handler {@code package.Class::handleRequest}
   * @throws IllegalArgumentException when there is no such class, it has no such constructor, or it
   *     is no handler
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
      Class<?> type = Class.forName(name, false, code);
      checkAccess(type);
      return new HandlerClass(
          constructor(type),
          RequestStreamHandler.class.isAssignableFrom(type) ? new Type[0] : typesOf(type));
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("Handler " + handler + " is not in the artifact.", e);
    } catch (LinkageError e) {
      throw new IllegalArgumentException(
          "Handler " + handler + " cannot be loaded from the artifact: " + e, e);
    }
  }

  /** Makes a handler; what its constructor throws comes out as it is. */
  Handler create(Map<String, String> environment) throws Throwable {
    Object handler;
    try {
      handler = constructor.newInstance(environment);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    return handler instanceof RequestStreamHandler stream
        ? new StreamingHandler(stream)
        : PojoHandler.of((RequestHandler<?, ?>) handler, types);
  }

  /** The Java runtime calls the method by reflection, on the class that declares it. */
  private static void checkAccess(Class<?> type) {
    boolean callable =
        Modifier.isPublic(type.getModifiers())
            && Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(METHOD))
                .allMatch(method -> Modifier.isPublic(method.getDeclaringClass().getModifiers()));
    if (!callable) {
      throw new IllegalArgumentException(
          type.getName()
              + ": Lambda cannot call handleRequest; its class has to be public, and the one that"
              + " declares it.");
    }
  }

  private static Constructor<?> constructor(Class<?> type) {
    try {
      return type.getConstructor(Map.class);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(
          type.getName() + " has no public constructor that takes the environment as a Map.", e);
    }
  }

  /** Input and output type of a class that implements RequestHandler itself. */
  private static Type[] typesOf(Class<?> type) {
    if (!RequestHandler.class.isAssignableFrom(type)) {
      throw new IllegalArgumentException(
          type.getName() + " is neither a RequestHandler nor a RequestStreamHandler.");
    }
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
