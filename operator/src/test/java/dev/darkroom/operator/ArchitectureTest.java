package dev.darkroom.operator;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.darkroom.operator", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule seesNoOtherModuleThanCore =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.darkroom.steps..",
              "dev.darkroom.api..",
              "dev.darkroom.imaging..",
              "dev.darkroom.client..",
              "dev.darkroom.local..",
              "dev.darkroom.bench..")
          .because("what redrives a job stands in core, where the API takes it from as well");

  @ArchTest
  static final ArchRule knowsNoEndpoints =
      noClasses()
          .should()
          .callMethodWhere(target(name("endpointOverride")))
          .because("the same command runs on AWS and locally; the SDK's own settings tell where");
}
