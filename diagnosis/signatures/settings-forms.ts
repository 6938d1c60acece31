import type { Signature } from "../signature";

const row = { stage: "root", certainty: "possible", decisive: false } as const;

/** How libraries that check settings say which one is missing or wrong. */
export const SETTINGS_FORMS_SIGNATURES: readonly Signature[] = [
  {
    ...row,
    id: "heroku/no-language",
    mode: "build/failed",
    meaning: "Heroku finds no buildpack for the code",
    pattern: /No default language could be detected for this app/,
    certainty: "certain",
    cause:
      "Heroku detects no language, and so no buildpack: the file by which one is known is not in the repository's root",
    correctiveAction:
      "Commit package.json, requirements.txt or the like in the root, set the buildpack (`heroku buildpacks:set`) and the start command (Procfile), or the stack `container` for a Dockerfile.",
    source: "devcenter.heroku.com/articles/buildpacks#detection-failure",
    example: " !     No default language could be detected for this app.",
    nearMiss: "the language was detected",
  },
  {
    ...row,
    id: "vercel-postgres/direct-url",
    mode: "database/url-malformed",
    meaning: "the driver takes the URL of a pool only",
    pattern:
      /connection string is meant to be used with a (?<name>direct|pooled) connection|VercelPostgresError.{0,20}invalid_connection_string/,
    certainty: "certain",
    cause: "the URL is that of a {name} connection, where the function that is called takes the other",
    correctiveAction:
      "Set the pooled URL (POSTGRES_URL) for a pool, or call `createClient()` for a direct one.",
    source: "vercel/storage: packages/postgres/src/error.ts",
    example:
      "VercelPostgresError - 'invalid_connection_string': This connection string is meant to be used with a direct connection.",
    nearMiss: "a pooled connection string is set",
  },
  {
    ...row,
    id: "mysql/old-client",
    mode: "database/driver-mismatch",
    meaning: "the driver does not speak the server's way of logging in",
    pattern: /ER_NOT_SUPPORTED_AUTH_MODE|Client does not support authentication protocol requested by server/,
    certainty: "certain",
    cause: "MySQL asks for a login (caching_sha2_password) that this driver does not speak",
    correctiveAction: "Take a driver that does (mysql2 in place of mysql), or a newer version of it.",
    source: "dev.mysql.com/doc/refman/8.0/en/caching-sha2-pluggable-authentication.html",
    example:
      "Error: ER_NOT_SUPPORTED_AUTH_MODE: Client does not support authentication protocol requested by server; consider upgrading MySQL client",
    nearMiss: "the client supports the protocol",
  },
  {
    ...row,
    id: "flyway/no-baseline",
    mode: "migration/failed",
    meaning: "Flyway finds a schema that it did not make",
    pattern: /Found non-empty schema\(s\) (?<name>\S+) (?:without|but no) /,
    certainty: "certain",
    cause: "the schema {name} has tables, and no history of Flyway: it is non-empty without a baseline",
    correctiveAction:
      "Type `flyway baseline`, or set baselineOnMigrate for the first time, or name an empty schema.",
    source: "documentation.red-gate.com/flyway: baselineOnMigrate",
    example:
      "Found non-empty schema(s) `flyway` without metadata table! Use baseline() or set baselineOnMigrate to true to initialize the metadata table.",
    nearMiss: "Successfully validated 4 migrations",
  },
  {
    ...row,
    id: "sveltekit/no-variable",
    mode: "configuration/missing-variable",
    meaning: "SvelteKit's build has no value for a variable",
    pattern: /"(?<name>[A-Z][A-Z0-9_]+)" is not exported by "(?:virtual:env|\$env)\/static/,
    certainty: "certain",
    rule: "environment/missing-variable",
    cause: "the build has no {name}, which the code imports from `$env/static`",
    correctiveAction:
      "Set {name} in the environment of the build, or import it from `$env/dynamic`, which reads it at the start.",
    source: "svelte.dev/docs/kit/$env-static-public",
    example: '"PUBLIC_API" is not exported by "virtual:env/static/public", imported by "src/lib/api.ts".',
    nearMiss: 'PUBLIC_API is exported by "virtual:env/static/public"',
  },
  {
    ...row,
    id: "class-validator/property",
    mode: "configuration/invalid",
    meaning: "a class of settings does not take a value",
    pattern: /property (?<name>[A-Z][A-Z0-9_]+) has failed the following constraints: (?<constraint>\w+)/,
    competing: [{ mode: "configuration/missing-variable", cause: "the variable is not set" }],
    cause: "{name} is not set, or has a value that the program's check does not take ({constraint})",
    correctiveAction: "Set {name} in that environment to a value that the check takes.",
    source: "docs.nestjs.com/techniques/configuration#custom-validate-function",
    example: " - property DB_PORT has failed the following constraints: isNumber",
    nearMiss: "property title has failed the following constraints: isString",
  },
  {
    ...row,
    id: "serde/missing-field",
    mode: "configuration/missing-variable",
    meaning: "a field of the settings has no value",
    pattern:
      /missing (?:value for field (?<name>\w+)|(?:configuration )?field [`"'](?<name2>\w+)[`"'](?!,? (?:at )?line|.{0,20}\bline:? \d)(?: for key [`"']\S+)?)/,
    competing: [{ mode: "configuration/invalid", cause: "a file of settings lacks it" }],
    cause: "the settings have no {name}: its variable is not set, or has another name or prefix",
    correctiveAction:
      "Set the variable of {name} in that environment, with the prefix that the program reads.",
    source: "softprops/envy; rust-cli/config-rs; SergioBenitez/Figment",
    example: "Error: missing value for field database_url",
    examples: ["called `Result::unwrap()` on an `Err` value: missing field `database_url`"],
    nearMiss: "missing field `name` at line 3 column 4",
  },
  {
    ...row,
    id: "spring/binding",
    mode: "configuration/invalid",
    meaning: "Spring Boot does not take a property",
    pattern:
      /Binding to target .{0,200} failed:|Failed to bind properties under '(?<name>[\w.[\]-]+)'|^\s*Property: (?<name2>[\w.[\]-]+)$/,
    competing: [{ mode: "configuration/missing-variable", cause: "the property has no value" }],
    cause: "the property {name} has no value, or one that its type does not take",
    correctiveAction:
      "Set it by its variable (`app.key` is APP_KEY), as the lines Property, Value and Reason say.",
    source: "docs.spring.io/spring-boot: BindFailureAnalyzer",
    example: "Binding to target org.springframework.boot.context.properties.bind.BindException failed:",
    nearMiss: "Binding to port 8080",
  },
];
