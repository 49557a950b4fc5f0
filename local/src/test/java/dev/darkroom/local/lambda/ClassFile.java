package dev.darkroom.local.lambda;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the head of a class file tells.
 *
 * @param majorVersion 61 for Java 17
 * @param references the classes that its code and its declaration name, as {@code java/lang/Object}
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.4">The
 *     constant pool</a>
 */
record ClassFile(int majorVersion, Set<String> references) {
  private static final Pattern ARRAY_OF_CLASS = Pattern.compile("\\[+L(.+);");

  static ClassFile read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      in.skipNBytes(6);
      int majorVersion = in.readUnsignedShort();
      return new ClassFile(majorVersion, references(in));
    } catch (IOException e) {
      throw new IllegalArgumentException("Not a class file", e);
    }
  }

  private static Set<String> references(DataInputStream in) throws IOException {
    int size = in.readUnsignedShort();
    String[] texts = new String[size];
    int[] names = new int[size];
    for (int i = 1; i < size; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts[i] = in.readUTF();
        case 7 -> names[i] = in.readUnsignedShort();
        case 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++; // A long or a double takes two entries.
        }
        default -> throw new IOException("Unknown constant: " + tag);
      }
    }
    return IntStream.of(names)
        .filter(name -> name != 0)
        .mapToObj(name -> element(texts[name]))
        .filter(name -> !name.startsWith("["))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String element(String name) {
    Matcher array = ARRAY_OF_CLASS.matcher(name);
    return array.matches() ? array.group(1) : name;
  }
}
