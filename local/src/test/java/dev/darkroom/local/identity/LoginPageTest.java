package dev.darkroom.local.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoginPageTest {
  private static final String ATTACK = "\"><script>alert('1')</script>&";

  @Test
  void encodesWhatTheUserTyped() {
    String page = new String(LoginPage.refused("client_id=" + ATTACK, ATTACK).body(), UTF_8);

    assertThat(page)
        .doesNotContain("<script", ATTACK)
        .contains("value=\"&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;\"");
  }

  @Test
  void encodesErrors() {
    assertThat(new String(LoginPage.error(400, ATTACK).body(), UTF_8)).doesNotContain("<script");
  }
}
