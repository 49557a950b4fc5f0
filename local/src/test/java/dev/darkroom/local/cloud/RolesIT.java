package dev.darkroom.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks the table of docs/api.md that says who may do what. */
@ExtendWith(RunningCloud.class)
class RolesIT {
  private static RunningCloud running;
  private static final Map<Role, Person> people = new EnumMap<>(Role.class);
  private static SharedAlbum album;

  @BeforeAll
  static void share() throws Exception {
    running = RunningCloud.get();
    people.put(Role.VIEWER, Person.join(running, "vera", "viewer"));
    people.put(Role.OTHER_UPLOADER, Person.join(running, "otto", "uploader"));
    people.put(Role.OWNER, Person.join(running, "olga", "uploader"));
    people.put(Role.ADMIN, Person.join(running, "anna", "admin"));
    album = SharedAlbum.of(running, people.get(Role.OWNER), people.get(Role.VIEWER));
  }

  @Test
  void theTableHasTheRoutesThatAreDeployedAndDescribed() throws Exception {
    Set<String> table = new TreeSet<>(RoleTable.read().keySet());
    assertThat(table).isEqualTo(TemplateRoutes.read());
    assertThat(table).isEqualTo(new TreeSet<>(running.contract().contract().routes().keySet()));
  }

  @TestFactory
  Stream<DynamicNode> eachRouteAnswersEachRoleAsTheTableSays() throws Exception {
    Stream<DynamicNode> routes =
        RoleTable.read().entrySet().stream()
            .map(row -> dynamicContainer(row.getKey(), cells(row.getKey(), row.getValue())));
    return Stream.concat(
        routes, Stream.of(dynamicTest("every operation was done", this::everyOperationWasDone)));
  }

  private void everyOperationWasDone() {
    assertThat(running.contract().exercised().withoutSuccess()).isEmpty();
  }

  private Stream<DynamicTest> cells(String route, Map<Role, Integer> codes) {
    Stream<DynamicTest> withoutToken =
        Arrays.stream(BadToken.values())
            .map(
                bad ->
                    dynamicTest(
                        bad.toString(), () -> refuses(route, bad, codes.get(Role.NO_GOOD_TOKEN))));
    Stream<DynamicTest> withToken =
        people.keySet().stream()
            .map(role -> dynamicTest(role.toString(), () -> answers(route, role, codes.get(role))));
    return Stream.concat(withoutToken, withToken);
  }

  private void refuses(String route, BadToken bad, int code) throws Exception {
    Person owner = people.get(Role.OWNER);
    Optional<String> token =
        bad.of(
            running.cloud().users(),
            running.cloud().outputs().get("ClientId"),
            owner.sub(),
            owner.tokens());
    String path = album.path(path(route));
    holds(
        Person.send(
            running.apiUrl(),
            token,
            method(route),
            path,
            RightBodies.of(route),
            condition(route, path, owner)),
        code);
  }

  private void answers(String route, Role role, int code) throws Exception {
    Person caller = people.get(role);
    SharedAlbum about = about(route, code);
    String path = about.path(path(route)) + query(route, about);
    Person whoseTag = route.endsWith("/me") ? caller : people.get(Role.OWNER);
    holds(
        caller.send(method(route), path, RightBodies.of(route), condition(route, path, whoseTag)),
        code);
  }

  private static void holds(HttpResponse<String> answer, int code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(code);
    assertThat(running.contract().takeViolations()).isEmpty();
  }

  /** What the call is about: something of its own, where the call changes what it is. */
  private static SharedAlbum about(String route, int code) throws Exception {
    Person owner = people.get(Role.OWNER);
    boolean done = code < 300;
    return switch (route) {
      case "DELETE /api/images/{imageId}" ->
          done ? album.withImage(SharedAlbum.image(running, owner)) : album;
      case "DELETE /api/images/{imageId}/comments/{commentId}" ->
          done ? album.withComment(SharedAlbum.comment(owner, album.imageId())) : album;
      case "DELETE /api/albums/{albumId}", "DELETE /api/albums/{albumId}/viewers/{email}" ->
          done ? album.withAlbum(SharedAlbum.album(owner, people.get(Role.VIEWER))) : album;
      case "POST /api/jobs/{jobId}/redrive" ->
          done ? album.withImage(FailedJob.stopped(running, owner.api(), Pictures.ROCKET)) : album;
      default -> album;
    };
  }

  /** The list of images is asked for the shared album: of their own, everybody may ask. */
  private static String query(String route, SharedAlbum about) {
    return route.equals("GET /api/images") ? "?album=" + about.albumId() : "";
  }

  private static Map<String, String> condition(String route, String path, Person whoseTag)
      throws Exception {
    return method(route).equals("PATCH") ? Map.of("if-match", whoseTag.eTag(path)) : Map.of();
  }

  private static String method(String route) {
    return route.split(" ")[0];
  }

  private static String path(String route) {
    return route.split(" ")[1];
  }
}
