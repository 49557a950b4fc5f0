package dev.darkroom.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PropertiesTest {
  private final Properties properties =
      of(
          """
          Name: a
          Count: "5"
          Rate: 0.5
          On: true
          Nested: {Deep: {Text: 7}}
          Rules: [{Id: one}, {Id: two}]
          Origins: [a, 1]
          Variables: {B: 2, A: x}
          """);

  @Test
  void givesWhatIsThere() {
    assertThat(properties.text("Name")).isEqualTo("a");
    assertThat(properties.number("Count")).isEqualTo(5);
    assertThat(properties.optionalDecimal("Rate")).contains(new BigDecimal("0.5"));
    assertThat(properties.flag("On", false)).isTrue();
    assertThat(properties.object("Nested").object("Deep").text("Text")).isEqualTo("7");
    assertThat(properties.objects("Rules"))
        .extracting(r -> r.text("Id"))
        .containsExactly("one", "two");
    assertThat(properties.texts("Origins")).containsExactly("a", "1");
    assertThat(properties.map("Variables"))
        .containsExactly(Map.entry("B", "2"), Map.entry("A", "x"));
    assertThat(properties.objectsByName("Nested")).containsOnlyKeys("Deep");
    assertThat(properties.json("Rules").size()).isEqualTo(2);
    assertThat(properties.names()).startsWith("Name", "Count");
  }

  @Test
  void givesNothingForWhatIsNotThere() {
    assertThat(properties.optionalText("Nope")).isEmpty();
    assertThat(properties.optionalNumber("Nope")).isEmpty();
    assertThat(properties.flag("Nope", true)).isTrue();
    assertThat(properties.optionalObject("Nope")).isEmpty();
    assertThat(properties.objects("Nope")).isEmpty();
    assertThat(properties.texts("Nope")).isEmpty();
    assertThat(properties.map("Nope")).isEmpty();
    assertThat(properties.has("Nope")).isFalse();
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong("property Nope is missing", p -> p.text("Nope")),
        wrong("property Nested.Nope is missing", p -> p.object("Nested").number("Nope")),
        wrong("property Nested must be a text", p -> p.text("Nested")),
        wrong("property Name must be a number", p -> p.number("Name")),
        wrong("property Rate must be a whole number", p -> p.number("Rate")),
        wrong("property Name must be true or false", p -> p.flag("Name", true)),
        wrong("property Name must be a map", p -> p.object("Name")),
        wrong("property Name must be a list", p -> p.texts("Name")),
        wrong("property Origins[0] must be a map", p -> p.objects("Origins")),
        wrong("property Rules[0] must be a text", p -> p.texts("Rules")),
        wrong("property Nested.Deep must be a text", p -> p.map("Nested")));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refusesWhatIsWrong(String problem, Consumer<Properties> read) {
    assertThatThrownBy(() -> read.accept(properties))
        .isInstanceOf(InvalidTemplate.class)
        .hasMessageStartingWith("Resource R (T): " + problem);
  }

  @Test
  void refusesWhatNobodyReadByName() {
    Properties bucket = of("{BucketName: a, LifecycleConfiguration: {}}");
    bucket.text("BucketName");

    assertThatThrownBy(bucket::refuseTheRest)
        .isInstanceOf(UnsupportedTemplate.class)
        .hasMessage("Resource R (T): property LifecycleConfiguration is not supported locally");
  }

  @Test
  void refusesWhatNobodyReadBelow() {
    Properties function = of("{Events: [{Type: HttpApi, Nope: 1}]}");
    function.objects("Events").get(0).text("Type");

    assertThatThrownBy(function::refuseTheRest)
        .isInstanceOf(UnsupportedTemplate.class)
        .hasMessage("Resource R (T): property Events[0].Nope is not supported locally");
  }

  @Test
  void acceptsWhatHasNoEffect() {
    Properties bucket = of("{BucketEncryption: {}, Tags: {a: b}, Any: {B: 1}}");
    bucket.withoutEffect("BucketEncryption", "NotThere");
    bucket.map("Tags");
    bucket.json("Any");

    bucket.refuseTheRest();

    assertThat(bucket.names()).containsExactly("BucketEncryption", "Tags", "Any");
  }

  private static Arguments wrong(String problem, Consumer<Properties> read) {
    return Arguments.of(problem, read);
  }

  private static Properties of(String yaml) {
    return Properties.of(TemplateYaml.read("t.yaml", yaml), Place.of("Resource R (T)"));
  }
}
