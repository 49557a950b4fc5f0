package dev.darkroom.steps;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.darkroom", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule stepsAreDeployedAlone =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.darkroom.local..", "dev.darkroom.api..")
          .because("what runs on AWS does not know of the embedded cloud, nor of the API");

  @ArchTest
  static final ArchRule imagingIsPure =
      noClasses()
          .that()
          .resideInAPackage("dev.darkroom.imaging..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "software.amazon..", "com.amazonaws..", "dev.darkroom.core..", "dev.darkroom.steps..")
          .because("pictures are worked on without AWS and without jobs");

  @ArchTest
  static final ArchRule coreKnowsNoStep =
      noClasses()
          .that()
          .resideInAPackage("dev.darkroom.core..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.darkroom.steps..", "dev.darkroom.imaging..")
          .because("steps and API build on core, not the other way round");

  @ArchTest
  static final ArchRule thePortKnowsNoTable =
      noClasses()
          .that()
          .resideInAPackage("dev.darkroom.core")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon..")
          .because("only the adapter in core.dynamo talks to DynamoDB");
}
