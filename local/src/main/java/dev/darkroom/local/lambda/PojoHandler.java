package dev.darkroom.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Type;

/** Calls a {@link RequestHandler} with AWS's own serializer of events and answers. */
record PojoHandler(
    RequestHandler<Object, Object> handler,
    PojoSerializer<Object> input,
    PojoSerializer<Object> output)
    implements Handler {

  @SuppressWarnings("unchecked")
  static PojoHandler of(RequestHandler<?, ?> handler, Type[] types) {
    return new PojoHandler(
        (RequestHandler<Object, Object>) handler, serializer(types[0]), serializer(types[1]));
  }

  @Override
  public byte[] handle(byte[] event, Context context) {
    Object answer = handler.handleRequest(input.fromJson(new ByteArrayInputStream(event)), context);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    output.toJson(answer, bytes);
    return bytes.toByteArray();
  }

  @SuppressWarnings("unchecked")
  private static PojoSerializer<Object> serializer(Type type) {
    return type instanceof Class<?> event
            && LambdaEventSerializers.isLambdaSupportedEvent(event.getName())
        ? LambdaEventSerializers.serializerFor((Class<Object>) event, event.getClassLoader())
        : JacksonFactory.getInstance().getSerializer(type);
  }
}
