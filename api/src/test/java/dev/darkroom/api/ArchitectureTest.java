package dev.darkroom.api;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

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
          .because("the API reads and announces jobs; what is done to them happens elsewhere");

  @ArchTest
  static final ArchRule onlyTheEdgeSpeaksLambda =
      noClasses()
          .that()
          .doNotHaveSimpleName("Api")
          .and()
          .doNotHaveSimpleName("Request")
          .and()
          .doNotHaveSimpleName("Reply")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.amazonaws.services.lambda..")
          .because("an endpoint is plain code, called with a request and returning a reply");

  @ArchTest
  static final ArchRule onlyUrlsAreSigned =
      noClasses()
          .that()
          .doNotHaveSimpleName("Api")
          .and()
          .haveSimpleNameNotEndingWith("Urls")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk.services.s3..")
          .because("no image bytes pass the API: of S3 it needs the presigner alone");

  @ArchTest
  static final ArchRule theTableIsBehindTheJobStore =
      noClasses()
          .that()
          .doNotHaveSimpleName("Api")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "software.amazon.awssdk.services.dynamodb..", "dev.darkroom.core.dynamo..")
          .because("where jobs are kept is decided once, in the constructor");

  @ArchTest
  static final ArchRule onlyTheHandlerIsPublic =
      classes()
          .that()
          .doNotHaveSimpleName("Api")
          .should()
          .notBePublic()
          .because("Lambda calls the handler, and nothing else is an interface to others");

  @ArchTest
  static final ArchRule knowsNoEndpoints =
      noClasses()
          .should()
          .callMethodWhere(target(name("endpointOverride")))
          .because("the same clients run on AWS and locally; the SDK's own settings tell where");
}
