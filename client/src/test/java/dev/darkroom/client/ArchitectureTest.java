package dev.darkroom.client;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.darkroom.client", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule knowsTheHttpApiAlone =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.darkroom..")
                  .and(resideOutsideOfPackages("dev.darkroom.client..")))
          .because("what a client of other people could not do, this one must not do either");

  @ArchTest
  static final ArchRule needsJacksonAndPicocliAndNothingElse =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.darkroom.client..",
              "java..",
              "com.sun.net.httpserver..",
              "com.fasterxml.jackson..",
              "picocli..")
          .because("it starts quickly, and needs no AWS SDK for what plain HTTP does");

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices()
          .matching("dev.darkroom.client.(*)..")
          .should()
          .beFreeOfCycles()
          .because("each package can be read after those that it uses");

  @ArchTest
  static final ArchRule theCommandAloneTalksToTheProcess =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.darkroom.client")
          .should()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "exit", int.class)
          .because("a part is told what it needs");
}
