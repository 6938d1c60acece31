import { type Fact, known, unknown } from "../../domain";
import { type Cases, connection, environment, render, start, variable } from "./facts";

const production = environment("production");

/** A variable of an environment, as a file sets it. */
function set(file: string, name: string, of?: string, line = 1): Fact {
  const place = { source: "file", file, line, column: 1 } as const;
  return {
    kind: "variable",
    place,
    name,
    value: known("x"),
    secret: false,
    ...(of !== undefined && { environment: of }),
  };
}

const loads = (file: string): Fact => ({
  kind: "overriding-file",
  file,
  place: { source: "file", file: "main.py", line: 2, column: 1 },
});
const valued = (fact: Fact, value: string): Fact => ({ ...fact, value: known(value) }) as Fact;

const staging = (...names: readonly string[]): Fact[] =>
  names.map((name) => set(".env.staging", name, "staging"));
const live = (...names: readonly string[]): Fact[] =>
  names.map((name) => set(".env.production", name, "production"));
const blueprint = (of: string, ...names: readonly string[]): Fact[] =>
  names.map((name) => set("render.yaml", name, of));

const wants = (name: string, required = true): Fact => ({
  kind: "wanted-variable",
  name,
  required: known(required),
  place: { source: "file", file: "settings.py", line: 3, column: 5 },
});

const differing: Fact = {
  kind: "reading-difference",
  name: "PASSWORD",
  between: ["dotenv", "python-dotenv"],
  because: "a backslash in quotes",
  place: { source: "file", file: ".env.production", line: 2, column: 1 },
};

/** A start command of a program's resource. */
const ofResource = (command: string): Fact => ({
  ...start(command),
  place: { source: "resource", urn: "urn:pulumi:staging::acme::t::api", property: "startCommand" },
});

/** Servers for developers, and those that resemble them. */
const DEVELOPERS: readonly (readonly [command: string, got?: RegExp])[] = [
  ["npx next dev -p $PORT", /^`next dev`$/],
  ["next start -p $PORT"],
  ["npx vite --host 0.0.0.0", /^`vite`$/],
  ["npx vite preview --host 0.0.0.0"],
  ["vite build && npx serve -s dist"],
  ["npm run dev", /^`npm run dev`$/],
  ["pnpm dev:api", /^`pnpm dev:api`$/],
  ["npm run deploy"],
  ["npx nodemon dist/main.js", /^`nodemon`$/],
  ["npx tsx watch src/index.ts", /^`tsx watch`$/],
  ["npx tsx src/watch.ts"],
  ["node --enable-source-maps --watch dist/main.js", /--watch`$/],
  ["node dist/main.js --watch"],
  ["npx nest start"],
  ["python manage.py runserver 0.0.0.0:$PORT", /runserver`$/],
  ["python manage.py migrate && gunicorn a.wsgi -b 0.0.0.0:$PORT"],
  ["fastapi dev --host 0.0.0.0", /^`fastapi dev`$/],
  ["fastapi run --port $PORT"],
  // What serves many images, and nothing of it is a developer's but its speed.
  ["php artisan serve --host 0.0.0.0"],
  ["php artisan schedule:work"],
  ["dotnet watch run", /^`dotnet watch`$/],
  ["dotnet watcher.dll"],
  ["air -c .air.toml", /^`air`$/],
  ["./airport -p $PORT"],
];

/** Cases of the rules on an environment's variables. */
export const ENVIRONMENT_CASES: Cases = {
  "environment/debug-in-production": [
    ["it is off", [production, variable("DEBUG", "false"), variable("NODE_ENV", "production")], undefined],
    ["it is on in staging", [environment("staging"), variable("DEBUG", "true")], undefined],
    ["DEBUG names what Node's debug prints", [production, variable("DEBUG", "app:*")], undefined],
    ["the server watches nothing", [production, start("uvicorn main:app --reload-include *.py")], undefined],
    ["no platform runs it", [variable("DEBUG", "true")], undefined],
    ["DEBUG is on", [production, variable("DEBUG", "True")], /^`True`$/],
    ["DEBUG is on where Render runs it", [render, variable("DJANGO_DEBUG", "1")], /^`1`$/],
    ["Node is told of development", [production, variable("NODE_ENV", "development")], /development/],
    ["Rails runs for developers", [production, variable("RAILS_ENV", "development")], /^`development`$/],
    ["the log tells all", [production, variable("LOG_LEVEL", "DEBUG")], /DEBUG/],
    ["the server reloads", [production, start("uvicorn main:app --reload")], /--reload/],
    ...DEVELOPERS.map(
      ([command, got]) => [`it starts ${command}`, [production, start(command)], got] as const,
    ),
    [
      "staging's server reloads",
      [environment("staging"), ofResource("uvicorn main:app --reload")],
      /--reload/,
    ],
    ["a pull request's server is a developer's", [environment("pr-12"), ofResource("next dev")], /next dev/],
    ["the stack is called development", [environment("development"), ofResource("next dev")], undefined],
    ["staging's command in a file", [environment("staging"), start("next dev")], undefined],
  ],
  "environment/platform-owned": [
    ["a name of one's own", [render, variable("RENDER_DEPLOY_HOOK", "x")], undefined],
    ["a developer's machine", [render, environment("local"), variable("RENDER", "true")], undefined],
    ["another platform", [variable("RENDER", "true")], undefined],
    ["Render's name", [render, variable("RENDER_EXTERNAL_URL", "https://example.org")], /service's/],
    ["the flag of previews", [render, variable("IS_PULL_REQUEST", "false")], /service's/],
  ],
  "environment/reading-difference": [
    ["none", [], undefined],
    [
      "a backslash",
      [differing],
      /a backslash in quotes, read in one way by dotenv and in another by python-dotenv/,
    ],
  ],
  "environment/overridden-by-file": [
    ["no such file", [set(".env", "PORT"), ...blueprint("production", "PORT")], undefined],
    [
      "the same value",
      [loads(".env"), set(".env", "PORT", "local"), ...blueprint("production", "PORT")],
      undefined,
    ],
    [
      "a variable that no platform sets",
      [loads(".env"), set(".env", "A", "local"), ...blueprint("production", "PORT")],
      undefined,
    ],
    [
      "another file",
      [loads("config/.env"), valued(set(".env", "PORT", "local"), "9"), ...blueprint("production", "PORT")],
      undefined,
    ],
    [
      "another service's file",
      [
        { ...loads(".env"), service: "api" },
        valued(set(".env", "PORT", "local"), "9"),
        ...blueprint("production", "PORT"),
      ],
      undefined,
    ],
    [
      "another value",
      [loads("./.env"), valued(set(".env", "PORT", "local"), "9"), ...blueprint("production", "PORT")],
      /^what \.\/\.env has$/,
    ],
  ],
  "environment/duplicate-variable": [
    ["two names", blueprint("production", "A", "B"), undefined],
    [
      "one name in two environments",
      [...blueprint("production", "A"), ...blueprint("staging", "A")],
      undefined,
    ],
    [
      "a group that two services are given",
      [...blueprint("production", "A"), ...blueprint("production", "A")],
      undefined,
    ],
    [
      "one name twice",
      [set("render.yaml", "A", "production", 5), set("render.yaml", "A", "production", 7)],
      /second/,
    ],
    [
      "an env file that gave it another value before",
      [
        {
          ...set(".env.production", "A", "production", 7),
          replaces: { source: "file", file: ".env.production", line: 5 },
        } as Fact,
      ],
      /second/,
    ],
  ],
  "environment/missing-variable": [
    ["all have it", [wants("KEY"), ...staging("KEY"), ...live("KEY")], undefined],
    ["the code can do without", [wants("KEY", false), ...staging("KEY"), ...live("A")], undefined],
    ["the platform gives it", [wants("RENDER_EXTERNAL_URL"), ...staging("A"), ...live("A")], undefined],
    [
      "one is there for all",
      [wants("KEY"), ...staging("KEY"), ...live("A"), set("Dockerfile", "KEY")],
      undefined,
    ],
    ["no environment is described", [wants("KEY"), set(".env", "A", "local")], undefined],
    [
      "a developer's machine lacks it",
      [wants("KEY"), ...staging("KEY"), ...live("KEY"), set(".env", "A", "local")],
      undefined,
    ],
    [
      "a stack's connection gives it its URL",
      [
        wants("DATABASE_URL"),
        ...blueprint("staging", "DATABASE_URL"),
        ...blueprint("production", "A"),
        { ...connection({}), environment: "production" },
      ],
      undefined,
    ],
    [
      "the connection is another environment's",
      [
        wants("DATABASE_URL"),
        ...blueprint("staging", "DATABASE_URL"),
        ...blueprint("production", "A"),
        { ...connection({}), environment: "staging" },
      ],
      /^none$/,
    ],
    [
      "its value is typed in a dashboard",
      [
        wants("KEY"),
        ...blueprint("staging", "KEY"),
        { ...set("render.yaml", "KEY", "production"), value: unknown("typed") } as Fact,
      ],
      undefined,
    ],
    [
      "an env file and a Blueprint each hold a part",
      [wants("KEY"), ...staging("KEY"), ...blueprint("production", "A")],
      undefined,
    ],
    ["production lacks it", [wants("KEY"), ...staging("KEY", "A"), ...live("A")], /^none$/],
    [
      "a Blueprint's production lacks it",
      [wants("KEY"), ...blueprint("staging", "KEY"), ...blueprint("production", "A")],
      /^none$/,
    ],
    [
      "a Blueprint without a named environment lacks it",
      [wants("KEY"), set("render.yaml", "A")],
      /none in any file/,
    ],
    ["none has it", [wants("KEY"), ...staging("A"), ...live("A")], /none in any file/],
  ],
};
