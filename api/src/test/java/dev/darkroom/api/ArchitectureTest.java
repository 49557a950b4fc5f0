package dev.darkroom.api;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.darkroom.api", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule seesNoOtherModuleThanCore =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.darkroom.steps..",
              "dev.darkroom.imaging..",
              "dev.darkroom.local..",
              "dev.darkroom.bench..")
          .because("the API records what people want; what is done to pictures happens elsewhere");

  @ArchTest
  static final ArchRule onlyTheEdgeSpeaksLambda =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.darkroom.api", "dev.darkroom.api.http")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.amazonaws.services.lambda..")
          .because("an endpoint is plain code, called with a request and returning a reply");

  @ArchTest
  static final ArchRule theEdgeKnowsNoEndpoint =
      noClasses()
          .that()
          .resideInAPackage("dev.darkroom.api.http")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.darkroom.api..")
                  .and(resideOutsideOfPackages("dev.darkroom.api.http")))
          .because("what an endpoint is made of can be read before any endpoint");

  @ArchTest
  static final ArchRule theTableIsBehindTheStores =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.darkroom.api")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "software.amazon.awssdk.services.dynamodb..", "dev.darkroom.core.dynamo..")
          .because("where records are kept is decided once, where a function is wired");

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices()
          .matching("dev.darkroom.api.(*)..")
          .should()
          .beFreeOfCycles()
          .because("each package can be read after those that it uses");

  @ArchTest
  static final ArchRule knowsNoEndpoints =
      noClasses()
          .should()
          .callMethodWhere(target(name("endpointOverride")))
          .because("the same clients run on AWS and locally; the SDK's own settings tell where");
}
