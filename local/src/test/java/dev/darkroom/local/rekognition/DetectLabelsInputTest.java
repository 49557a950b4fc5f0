package dev.darkroom.local.rekognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.local.http.AwsError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectLabelsInputTest {
  @Test
  void fillsInTheDefaultsOfTheApi() throws JsonProcessingException {
    DetectLabelsInput input = read("{}");
    assertThat(input.labels()).isTrue();
    assertThat(input.properties()).isFalse();
    assertThat(input.minConfidence()).isEqualTo(55);
    assertThat(input.maxLabels()).isEqualTo(1000);
    assertThat(input.maxColors()).isEqualTo(10);
    assertThat(input.admits("Cat")).isTrue();
  }

  @Test
  void excludesAfterItIncludes() throws JsonProcessingException {
    DetectLabelsInput input =
        read(
            "{'Settings':{'GeneralLabels':{'LabelInclusionFilters':['Cat','Dog'],"
                + "'LabelExclusionFilters':['Dog']}}}");
    assertThat(input.admits("Cat")).isTrue();
    assertThat(input.admits("Dog")).isFalse();
    assertThat(input.admits("Car")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'MinConfidence':101} | ValidationException",
        "{'MinConfidence':-1} | ValidationException",
        "{'MaxLabels':-1} | ValidationException",
        "{'MaxLabels':'ten'} | SerializationException",
        "{'Features':['FACES']} | ValidationException",
        "{'Features':['IMAGE_PROPERTIES'],'MaxLabels':3} | InvalidParameterException",
        "{'Settings':{'ImageProperties':{'MaxDominantColors':21}}} | ValidationException"
      })
  void refusesWhatTheApiRefuses(String request, String code) {
    assertThatThrownBy(() -> read(request))
        .isInstanceOfSatisfying(AwsError.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void refusesCategoryFiltersByName() {
    assertThatThrownBy(
            () -> read("{'Settings':{'GeneralLabels':{'LabelCategoryInclusionFilters':['Food']}}}"))
        .hasMessage("LabelCategoryInclusionFilters is not supported locally.");
  }

  private static DetectLabelsInput read(String request) throws JsonProcessingException {
    return DetectLabelsInput.of(new ObjectMapper().readTree(request.replace('\'', '"')));
  }
}
