package dev.darkroom.local.states.jsonata;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The functions that Step Functions adds to JSONata. Where it gives nothing rather than failing —
 * no step, a chunk of zero, no algorithm — so do these; fractions are cut off.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#jsonata-functions-provided-by-sfn">
 *     JSONata functions provided by Step Functions</a>
 */
final class AddedFunctions {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> ALGORITHMS =
      Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

  /** The longest range that Step Functions gives. */
  private static final long LONGEST_RANGE = 360_145;

  private static final Map<String, Jsonata.JFunction> FUNCTIONS =
      Map.of(
          "partition", function("<an?:a>", arguments -> partition(list(arguments, 0), arguments)),
          "range", function("<nnn?:x>", AddedFunctions::range),
          "hash", function("<ss?:s>", AddedFunctions::hash),
          "random", function("<n?:n>", AddedFunctions::random),
          "uuid", function("<:s>", arguments -> UUID.randomUUID().toString()),
          "parse", function("<s:x>", AddedFunctions::parse));

  private interface Body {
    Object apply(List<?> arguments);
  }

  private AddedFunctions() {}

  static void bindTo(Jsonata.Frame frame) {
    FUNCTIONS.forEach(frame::bind);
  }

  @SuppressWarnings("rawtypes") // the library's own signature
  private static Jsonata.JFunction function(String signature, Body body) {
    return new Jsonata.JFunction(
        (Object input, List arguments) -> body.apply(arguments), signature);
  }

  private static Object partition(List<?> array, List<?> arguments) {
    Long size = integer(arguments, 1);
    if (array == null || array.isEmpty() || size == null || size <= 0) {
      return null;
    }
    List<Object> chunks = new ArrayList<>();
    int step = (int) Math.min(size, array.size());
    for (int from = 0; from < array.size(); from += step) {
      chunks.add(new ArrayList<>(array.subList(from, Math.min(from + step, array.size()))));
    }
    return chunks;
  }

  private static Object range(List<?> arguments) {
    Long start = integer(arguments, 0);
    Long end = integer(arguments, 1);
    Long step = integer(arguments, 2);
    if (start == null || end == null || step == null || step == 0) {
      return null;
    }
    long count = Math.floorDiv(end - start, step) + 1;
    if (count <= 0) {
      return null;
    } else if (count > LONGEST_RANGE) {
      throw new IllegalArgumentException("Expression evaluation memory limit exceeded");
    }
    List<Object> values = new ArrayList<>((int) count);
    for (long i = 0; i < count; i++) {
      values.add(start + i * step);
    }
    return count == 1 ? values.get(0) : values;
  }

  private static Object hash(List<?> arguments) {
    if (argument(arguments, 0) == null || argument(arguments, 1) == null) {
      return null;
    }
    String algorithm = argument(arguments, 1).toString();
    if (!ALGORITHMS.contains(algorithm)) {
      throw new IllegalArgumentException("The hash algorithm '" + algorithm + "' is not known.");
    }
    try {
      byte[] data = argument(arguments, 0).toString().getBytes(UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(data));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object random(List<?> arguments) {
    Long seed = integer(arguments, 0);
    return seed == null ? ThreadLocalRandom.current().nextDouble() : new Random(seed).nextDouble();
  }

  private static Object parse(List<?> arguments) {
    if (argument(arguments, 0) == null) {
      return null;
    }
    try {
      Object value = JavaValues.of(JSON.readTree(argument(arguments, 0).toString()));
      return value == null ? Jsonata.NULL_VALUE : value;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The argument of '$parse' is not JSON.", e);
    }
  }

  private static Object argument(List<?> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : null;
  }

  private static List<?> list(List<?> arguments, int index) {
    return argument(arguments, index) instanceof List<?> list ? list : null;
  }

  private static Long integer(List<?> arguments, int index) {
    return argument(arguments, index) instanceof Number number ? (Long) number.longValue() : null;
  }
}
