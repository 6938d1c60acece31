import type { Files } from "../../written-folder";
import { type FrameworkCase, lines } from "./framework-cases";

const ACTUATOR = {
  "pom.xml": "<artifactId>spring-boot-starter-actuator</artifactId>\n",
};
const PROPERTIES = "src/main/resources/application.properties";
const nest = (controller: readonly string[], main = "await app.listen(3000);"): Files => ({
  "src/main.ts": lines("const app = await NestFactory.create(AppModule);", main),
  "src/app.module.ts": "@Module({ controllers: [HealthController] })\nexport class AppModule {}\n",
  "src/health.controller.ts": lines(...controller),
});
const TERMINUS = [
  "@Controller('health')",
  "export class HealthController {",
  "  @Get()",
  "  @HealthCheck()",
  "  check() {}",
  "}",
];

/** Written before the first run. */
export const NEST_SPRING: readonly FrameworkCase[] = [
  // docs.nestjs.com/recipes/terminus, /controllers, /faq/global-prefix
  { title: "Nest: terminus", files: nest(TERMINUS), health: "/health src/health.controller.ts:3" },
  {
    title: "Nest: under the global prefix",
    files: nest(TERMINUS, "app.setGlobalPrefix('api');"),
    health: "/api/health src/health.controller.ts:3",
  },
  {
    title: "Nest: excluded from the global prefix",
    files: nest(TERMINUS, "app.setGlobalPrefix('api', { exclude: ['health'] });"),
    health: "/health src/health.controller.ts:3",
  },
  {
    title: "Nest: a method's path, of a controller with options",
    files: nest([
      "@Controller({ path: 'ops' })",
      "export class HealthController {",
      "  @Get('ready')",
      "  x() {}",
      "}",
    ]),
    health: "/ops/ready src/health.controller.ts:3",
  },
  {
    title: "Nest: none under a computed prefix",
    files: nest(TERMINUS, "app.setGlobalPrefix(config.get('PREFIX'));"),
  },
  {
    title: "Nest: none of a version",
    files: nest(["@Controller({ path: 'health', version: '1' })", ...TERMINUS.slice(1)]),
  },
  {
    title: "Nest: none of a controller that no module has",
    files: {
      ...nest(TERMINUS),
      "src/app.module.ts": "@Module({ controllers: [] })\nexport class AppModule {}\n",
    },
  },
  // docs.spring.io/spring-boot/reference/actuator
  { title: "Spring: the actuator's", files: ACTUATOR, health: "/actuator/health pom.xml:1" },
  {
    title: "Spring: under the application's and the actuator's paths",
    files: {
      "build.gradle": 'implementation "org.springframework.boot:spring-boot-starter-actuator"\n',
      "src/main/resources/application.yml": lines(
        "server: { servlet: { context-path: /shop } }",
        "management.endpoints.web.base-path: /ops",
      ),
    },
    health: "/shop/ops/health build.gradle:1",
  },
  {
    title: "Spring: none on a port of its own",
    files: { ...ACTUATOR, [PROPERTIES]: "management.server.port=9090\n" },
  },
  {
    title: "Spring: none where it is not exposed",
    files: { ...ACTUATOR, [PROPERTIES]: "management.endpoints.web.exposure.include=info,metrics\n" },
  },
  {
    title: "Spring: none where a path is computed",
    files: { ...ACTUATOR, [PROPERTIES]: "server.servlet.context-path=${CONTEXT}\n" },
  },
  {
    title: "Spring: none behind a filter chain of its own",
    files: {
      ...ACTUATOR,
      "src/main/java/Security.java": "@Bean SecurityFilterChain chain(HttpSecurity http) {}\n",
    },
  },
];
