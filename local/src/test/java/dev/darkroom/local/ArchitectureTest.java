package dev.darkroom.local;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture.LayerDependencySpecification;
import java.util.Map;
import java.util.Set;

@AnalyzeClasses(
    packages = "dev.darkroom.local",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule functionsAreKnownByName =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.darkroom.core..",
              "dev.darkroom.imaging..",
              "dev.darkroom.steps..",
              "dev.darkroom.api..")
          .because("the template names the handlers, and their artifacts hold their classes");

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices()
          .matching("dev.darkroom.local.(**)")
          .should()
          .beFreeOfCycles()
          .because("each package can be read after those that it uses");

  @ArchTest
  static final ArchRule partsFormNoCycles =
      slices()
          .matching("dev.darkroom.local.(*)..")
          .should()
          .beFreeOfCycles()
          .because("each part can be started after those that it uses");

  @ArchTest
  static final ArchRule partsDoNotKnowTheCloudTheyMake =
      parts(
              Map.ofEntries(
                  Map.entry("cli", Set.of()),
                  Map.entry("deploy", Set.of("cli")),
                  Map.entry("template", Set.of("deploy", "cli")),
                  Map.entry("cdn", Set.of("deploy")),
                  Map.entry("cloudwatch", Set.of("deploy")),
                  Map.entry("scheduler", Set.of("deploy")),
                  Map.entry("secrets", Set.of("deploy")),
                  Map.entry("dynamodb", Set.of("deploy")),
                  Map.entry("gateway", Set.of("deploy")),
                  Map.entry("states", Set.of("deploy")),
                  Map.entry("sns", Set.of("deploy")),
                  Map.entry("identity", Set.of("deploy", "cli")),
                  Map.entry("s3", Set.of("deploy", "cli")),
                  Map.entry("mail", Set.of("deploy", "cli", "sns")),
                  Map.entry("journal", Set.of("deploy", "events", "lambda", "s3", "sns", "sqs")),
                  Map.entry("sqs", Set.of("deploy", "sns")),
                  Map.entry("events", Set.of("deploy", "s3")),
                  Map.entry("rekognition", Set.of("deploy", "s3")),
                  Map.entry("lambda", Set.of("deploy", "gateway", "states"))))
          .because("deploy alone wires the parts, so that each can be taken and tested by itself");

  @ArchTest
  static final ArchRule theWorkflowSeesFunctionsOnly =
      noClasses()
          .that()
          .resideInAPackage("dev.darkroom.local.states..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.darkroom.local..")
                  .and(
                      resideOutsideOfPackages(
                          "dev.darkroom.local.states..",
                          "dev.darkroom.local.lambda..",
                          "dev.darkroom.local.http..")))
          .because("a state machine's one way to act is to invoke a function");

  @ArchTest
  static final ArchRule theLanguageIsReadWithoutRunningIt =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.darkroom.local.states.asl..", "dev.darkroom.local.states.jsonata..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.darkroom.local.states.execution..", "dev.darkroom.local.lambda..")
          .because("a definition is checked when it is deployed, before anything runs");

  @ArchTest
  static final ArchRule partsLeaveTheProcessAlone =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.darkroom.local.deploy..", "dev.darkroom.local.cli..")
          .should()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "exit", int.class)
          .because("a part is told what it needs, and leaves the JVM to who started it");

  /** Parts by name, each with the only ones that may see it. */
  private static ArchRule parts(Map<String, Set<String>> seers) {
    LayeredArchitecture parts =
        layeredArchitecture().consideringOnlyDependenciesInAnyPackage("dev.darkroom.local..");
    for (String part : seers.keySet()) {
      parts = parts.layer(part).definedBy("dev.darkroom.local." + part + "..");
    }
    for (Map.Entry<String, Set<String>> part : seers.entrySet()) {
      LayerDependencySpecification rule = parts.whereLayer(part.getKey());
      parts =
          part.getValue().isEmpty()
              ? rule.mayNotBeAccessedByAnyLayer()
              : rule.mayOnlyBeAccessedByLayers(part.getValue().toArray(String[]::new));
    }
    return parts;
  }
}
