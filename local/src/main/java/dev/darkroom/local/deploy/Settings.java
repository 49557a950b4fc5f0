package dev.darkroom.local.deploy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How to run the embedded cloud.
 *
 * @param template the SAM template; paths in it are relative to its folder
 * @param parameters values of the template's parameters, where not the defaults
 * @param ports where the parts listen
 * @param secrets the texts of secrets by their ARNs
 * @param data where objects and records are kept, or empty to keep them in memory
 * @param rekognitionRate DetectLabels calls a second that are not throttled
 * @param interference what a trial does to the cloud
 */
public record Settings(
    Path template,
    Map<String, String> parameters,
    Map<String, String> secrets,
    Ports ports,
    Optional<Path> data,
    double rekognitionRate,
    Interference interference) {

  /** In memory, on free ports, with the template's defaults and no quota. */
  public static Settings of(Path template) {
    return new Settings(
        template,
        Map.of(),
        Map.of(),
        Ports.FREE,
        Optional.empty(),
        Double.POSITIVE_INFINITY,
        Interference.NONE);
  }

  /** The same with other parameters. */
  public Settings withParameters(Map<String, String> values) {
    return new Settings(template, values, secrets, ports, data, rekognitionRate, interference);
  }

  /** The same with other secrets. */
  public Settings withSecrets(Map<String, String> texts) {
    return new Settings(template, parameters, texts, ports, data, rekognitionRate, interference);
  }

  /** The same on other ports. */
  public Settings withPorts(Ports others) {
    return new Settings(template, parameters, secrets, others, data, rekognitionRate, interference);
  }

  /** The same with objects and records kept in a folder. */
  public Settings withData(Optional<Path> folder) {
    return new Settings(
        template, parameters, secrets, ports, folder, rekognitionRate, interference);
  }

  /** The same with a quota of DetectLabels calls a second. */
  public Settings withRekognitionRate(double perSecond) {
    return new Settings(template, parameters, secrets, ports, data, perSecond, interference);
  }

  /** The same with a trial's interference. */
  public Settings withInterference(Interference trial) {
    return new Settings(template, parameters, secrets, ports, data, rekognitionRate, trial);
  }

  /** The template alone: secrets are shown to nobody. */
  @Override
  public String toString() {
    return template.toString();
  }

  /** A file that the template names. */
  Path file(String relative) {
    return template.toAbsolutePath().getParent().resolve(relative).normalize();
  }
}
