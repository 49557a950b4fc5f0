package dev.darkroom.local.deploy;

import dev.darkroom.local.deploy.Ports.Part;
import dev.darkroom.local.gateway.CorsConfiguration;
import dev.darkroom.local.gateway.HttpApi;
import dev.darkroom.local.gateway.JwtAuthorizer;
import dev.darkroom.local.gateway.Route;
import dev.darkroom.local.gateway.ThrottleSettings;
import dev.darkroom.local.template.Properties;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The HTTP API and its routes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-httpapi.html">
 *     AWS::Serverless::HttpApi</a>
 */
final class HttpApiDeployer {
  private static final String NO_AUTHORIZER = "NONE";
  private static final String ANY_METHOD = "x-amazon-apigateway-any-method";

  private final Services services;
  private final Map<String, DeployedApi> apis = new HashMap<>();

  HttpApiDeployer(Services services) {
    this.services = services;
  }

  private record DeployedApi(
      HttpApi api, Map<String, JwtAuthorizer> authorizers, Optional<String> standardAuthorizer) {}

  Deployed httpApi(String logicalId, Properties properties) throws IOException {
    if (!apis.isEmpty()) {
      throw properties.place().unsupported("is a second HTTP API");
    }
    properties.withoutEffect("Description", "Name", "Tags");
    HttpApi api =
        new HttpApi(
            logicalId.toLowerCase(java.util.Locale.ROOT),
            services.stack.accountId(),
            stageVariables(properties),
            services.functions,
            properties.optionalObject("CorsConfiguration").map(HttpApiDeployer::cors),
            properties.optionalObject("DefaultRouteSettings").map(HttpApiDeployer::throttle));
    Map<String, JwtAuthorizer> authorizers = new HashMap<>();
    Optional<Properties> auth = properties.optionalObject("Auth");
    auth.ifPresent(
        given ->
            given
                .objectsByName("Authorizers")
                .forEach((name, authorizer) -> authorizers.put(name, authorizer(authorizer))));
    apis.put(
        logicalId,
        new DeployedApi(
            api, authorizers, auth.flatMap(given -> given.optionalText("DefaultAuthorizer"))));
    URI endpoint = services.serve(Part.API, api);
    return new Deployed(logicalId, Map.of("ApiEndpoint", endpoint.toString()));
  }

  /** Adds the route of a function's event of type HttpApi. */
  void addRoute(String functionArn, Properties event) {
    DeployedApi deployed = apis.get(event.text("ApiId"));
    if (deployed == null) {
      throw event.place("ApiId").unsupported("is not an HTTP API of this template");
    }
    Optional<String> authorizer =
        event
            .optionalObject("Auth")
            .flatMap(auth -> auth.optionalText("Authorizer"))
            .or(deployed::standardAuthorizer)
            .filter(name -> !name.equals(NO_AUTHORIZER));
    String method = event.text("Method");
    deployed
        .api()
        .addRoute(
            new Route(
                method.equals(ANY_METHOD) ? "ANY" : method,
                event.text("Path"),
                functionArn,
                authorizer.map(name -> named(name, deployed, event))));
  }

  /**
   * Checks as API Gateway does.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-stage.html">
   *     AWS::ApiGatewayV2::Stage</a>
   */
  private static Map<String, String> stageVariables(Properties api) {
    Map<String, String> variables = api.map("StageVariables");
    variables.forEach(
        (name, value) -> {
          if (!name.matches("\\w+") || !value.matches("[A-Za-z0-9-._~:/?#&=,]+")) {
            throw api.place("StageVariables").property(name).invalid("is none that a stage takes");
          }
        });
    return variables;
  }

  private static JwtAuthorizer named(String name, DeployedApi deployed, Properties event) {
    JwtAuthorizer authorizer = deployed.authorizers().get(name);
    if (authorizer == null) {
      throw event.place().invalid("uses the authorizer " + name + ", which the API does not have");
    }
    return authorizer;
  }

  private static JwtAuthorizer authorizer(Properties authorizer) {
    Properties jwt = authorizer.object("JwtConfiguration");
    return new JwtAuthorizer(
        jwt.text("issuer"), jwt.texts("audience"), authorizer.text("IdentitySource"));
  }

  private static CorsConfiguration cors(Properties cors) {
    Optional<Long> maxAge = cors.optionalNumber("MaxAge");
    return new CorsConfiguration(
        cors.texts("AllowOrigins"),
        cors.texts("AllowMethods"),
        cors.texts("AllowHeaders"),
        cors.texts("ExposeHeaders"),
        maxAge.isPresent() ? OptionalInt.of(Math.toIntExact(maxAge.get())) : OptionalInt.empty(),
        cors.flag("AllowCredentials", false));
  }

  private static ThrottleSettings throttle(Properties settings) {
    return new ThrottleSettings(
        Math.toIntExact(settings.number("ThrottlingBurstLimit")),
        settings.optionalDecimal("ThrottlingRateLimit").map(BigDecimal::doubleValue).orElse(0.0));
  }
}
