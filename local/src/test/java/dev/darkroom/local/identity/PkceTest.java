package dev.darkroom.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PkceTest {
  @Test
  void derivesTheChallengeOfTheStandardsExample() {
    // RFC 7636, appendix B.
    assertThat(Pkce.challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
        .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
  }

  @Test
  void provesOnlyItsOwnChallenge() {
    String verifier = Pkce.random();

    assertThat(Pkce.proves(verifier, Pkce.challenge(verifier))).isTrue();
    assertThat(Pkce.proves(Pkce.random(), Pkce.challenge(verifier))).isFalse();
  }
}
