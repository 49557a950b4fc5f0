package dev.darkroom.client.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.darkroom.client.files.PrivateFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tokens between runs, by issuer and client, in a file that its owner alone can read. */
public final class TokenFile {
  private static final TypeReference<TreeMap<String, Tokens>> ALL = new TypeReference<>() {};
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addDeserializer(Instant.class, new InstantText()))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Path file;

  /** Tokens in a file, which need not exist. */
  public TokenFile(Path file) {
    this.file = file;
  }

  /** What is kept for a client; a file that cannot be understood keeps nothing. */
  Optional<Tokens> find(String issuer, String clientId) throws IOException {
    return Optional.ofNullable(all().get(key(issuer, clientId)));
  }

  /** Keeps tokens in place of those before. */
  void keep(String issuer, String clientId, Tokens tokens) throws IOException {
    Map<String, Tokens> all = all();
    all.put(key(issuer, clientId), tokens);
    PrivateFile.replace(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
  }

  private Map<String, Tokens> all() throws IOException {
    Optional<byte[]> bytes = PrivateFile.read(file);
    if (bytes.isEmpty()) {
      return new TreeMap<>();
    }
    try {
      return JSON.readValue(bytes.get(), ALL);
    } catch (JsonProcessingException e) {
      return new TreeMap<>(); // A new sign-in writes it anew.
    }
  }

  private static String key(String issuer, String clientId) {
    return issuer + " " + clientId;
  }
}
