package dev.darkroom.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.darkroom.local.http.LoopbackServer;
import dev.darkroom.local.http.Reply;
import dev.darkroom.local.http.Request;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An issuer that signs whatever a test wants, with the keys it publishes or with others. */
final class ForgedTokens implements AutoCloseable {
  /** One for all tests: a key takes long to make. */
  private static final RSAKey FIRST = newKey("first");

  final AtomicInteger keyFetches = new AtomicInteger();
  private final List<RSAKey> published = new CopyOnWriteArrayList<>();
  private final LoopbackServer server;

  ForgedTokens() throws Exception {
    published.add(FIRST);
    server = LoopbackServer.start(0, this::answer);
  }

  static RSAKey newKey(String kid) {
    try {
      return new RSAKeyGenerator(2048).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String issuer() {
    return server.uri() + "/pool";
  }

  RSAKey key() {
    return published.get(0);
  }

  void publish(RSAKey key) {
    published.add(key);
  }

  /** The claims of an access token that holds. */
  Map<String, Object> claims() {
    long now = Instant.now().getEpochSecond();
    return new TreeMap<>(
        Map.of(
            "iss", issuer(),
            "sub", "sub-ada",
            "client_id", "site",
            "token_use", "access",
            "scope", "openid email",
            "iat", now,
            "exp", now + 3600));
  }

  Map<String, Object> claims(String name, Object value) {
    Map<String, Object> claims = claims();
    claims.put(name, value);
    return claims;
  }

  Map<String, Object> claimsWithout(String... names) {
    Map<String, Object> claims = claims();
    List.of(names).forEach(claims::remove);
    return claims;
  }

  String signed(Map<String, Object> claims) throws Exception {
    return signed(claims, JWSAlgorithm.RS256, key());
  }

  static String signed(Map<String, Object> claims, JWSAlgorithm algorithm, RSAKey key)
      throws Exception {
    return signed(claims, header(algorithm, key), new RSASSASigner(key));
  }

  /** The public key, which everybody knows, taken for an HMAC secret. */
  String signedWithThePublicKeyAsSecret() throws Exception {
    return signed(
        claims(),
        header(JWSAlgorithm.HS256, key()),
        new MACSigner(key().toRSAPublicKey().getEncoded()));
  }

  String unsigned() {
    String header = "{\"alg\":\"none\",\"kid\":\"" + key().getKeyID() + "\"}";
    return Base64URL.encode(header)
        + "."
        + Base64URL.encode(JSONObjectUtils.toJSONString(claims()))
        + ".";
  }

  static String signed(Map<String, Object> claims, JWSHeader header, JWSSigner signer)
      throws Exception {
    JWSObject token = new JWSObject(header, new Payload(JSONObjectUtils.toJSONString(claims)));
    token.sign(signer);
    return token.serialize();
  }

  @Override
  public void close() {
    server.close();
  }

  private static JWSHeader header(JWSAlgorithm algorithm, RSAKey key) {
    return new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build();
  }

  private Reply answer(Request request) {
    if (request.uri().getPath().endsWith("/openid-configuration")) {
      return json("{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(issuer(), issuer()));
    }
    keyFetches.incrementAndGet();
    return json(new JWKSet(List.<JWK>copyOf(published)).toString(true));
  }

  private static Reply json(String body) {
    return new Reply(200, Map.of("content-type", "application/json"), body.getBytes(UTF_8));
  }
}
