import { type Fact, known } from "../../domain";
import { type Cases, render, start } from "./facts";

const inFile =
  (file: string) =>
  (name: string, value: string): Fact => ({
    kind: "variable",
    place: { source: "file", file, line: 9, column: 16, key: name },
    name,
    value: known(value),
    secret: false,
  });
const inBlueprint = inFile("render.yaml");
const name = inBlueprint("APP_NAME", "heron");

/** Values of a Blueprint with a reference that Render does not fill in. */
export const INTERPOLATION_CASES: Cases = {
  "environment/interpolated-value": [
    ["a value without any", [render, name], undefined],
    [
      "what a program fills in by itself, in small letters",
      [render, inBlueprint("GREETING", "Hello ${name}")],
      undefined,
    ],
    ["a format of log lines", [render, inBlueprint("LOG_FORMAT", "${TIME} ${LEVEL}")], undefined],
    ["a template", [render, inBlueprint("MAIL_TEMPLATE", "Dear ${USER_NAME}")], undefined],
    [
      "an env file, which dotenv-expand and compose fill in",
      [render, inFile(".env.production")("URL", "${HOST_NAME}/x")],
      undefined,
    ],
    ["a compose file", [render, inFile("compose.yaml")("TAG", "${RELEASE_TAG}")], undefined],
    [
      "Spring, which fills in its settings",
      [render, inBlueprint("SPRING_APPLICATION_NAME", "${APP_NAME}")],
      "unknown",
    ],
    [
      "a program that fills in a file",
      [render, inBlueprint("NGINX_NAME", "${APP_NAME}"), start("sh -c 'envsubst < a > b && nginx'")],
      "unknown",
    ],
    [
      "a shell that evaluates it",
      [render, inBlueprint("ARGS", "--name ${APP_NAME}"), start('eval "gunicorn $ARGS"')],
      "unknown",
    ],
    [
      "an image of which nothing else is known",
      [
        { ...render, kind: "platform", platform: "render", runtime: "image" },
        inBlueprint("TITLE", "${APP_NAME}"),
      ],
      "unknown",
    ],
    [
      "a program of Java in an image",
      [render, inBlueprint("TITLE", "${APP_NAME}"), start("java -jar app.jar")],
      "unknown",
    ],
    ["a dollar without braces", [render, inBlueprint("PRICE", "$APP_NAME")], undefined],
    ["an escaped dollar", [render, inBlueprint("TEXT", "$${APP_NAME}")], undefined],
    [
      "a URL that is found to be a placeholder already",
      [render, inBlueprint("API_URL", "https://${HOST_NAME}/api")],
      undefined,
    ],
    [
      "a variable of the same Blueprint",
      [render, name, inBlueprint("TITLE", "${APP_NAME} in production")],
      /^the text `\$\{APP_NAME\}`$/,
    ],
    [
      "one that Render sets",
      [render, inBlueprint("BASE", "${RENDER_EXTERNAL_URL}/app")],
      /RENDER_EXTERNAL_URL/,
    ],
    ["the whole value", [render, inBlueprint("SITE_NAME", "${APP_NAME}")], /APP_NAME/],
    ["one with a default", [render, inBlueprint("WORKERS", "${WEB_CONCURRENCY:-2}")], /WEB_CONCURRENCY/],
    ["a path", [render, inBlueprint("DATA_DIR", "${HOME}/data")], /HOME/],
    ["two of them", [render, inBlueprint("PAIR", "${FIRST_NAME}-${LAST_NAME}")], /FIRST_NAME/],
    ["a port", [render, inBlueprint("APP_PORT", "${PORT}")], /PORT/],
    [
      "a Blueprint under another name",
      [render, inFile("deploy/render.staging.yaml")("BUCKET", "${APP_NAME}-files")],
      /APP_NAME/,
    ],
  ],
};
