import type { Signature } from "../signature";

const root = { stage: "root", certainty: "possible", decisive: false } as const;
const sure = { stage: "root", certainty: "certain", decisive: false } as const;

/** What frameworks say of settings and of versions in words of their own. */
export const FRAMEWORKS_SIGNATURES: readonly Signature[] = [
  {
    ...sure,
    id: "database/later-required",
    mode: "database/version-mismatch",
    meaning: "the framework needs a newer database",
    pattern:
      /(?<name>MariaDB|MySQL|PostgreSQL|Oracle) (?<wanted>\d[\d.]*) or later is required \(found (?<found>[\d.]+)/,
    cause: "the framework needs {name} {wanted} or later, and the server is {found}",
    correctiveAction: "Take a newer server, or a release of the framework that supports {name} {found}.",
    source: "django/django: django/db/backends/base/base.py",
    example: "django.db.utils.NotSupportedError: MariaDB 10.5 or later is required (found 10.3.39).",
    nearMiss: "MariaDB 10.5 is supported",
  },
  {
    ...sure,
    id: "sqlite/later-required",
    mode: "runtime/incompatible",
    meaning: "the framework needs a newer SQLite",
    pattern: /SQLite (?<wanted>\d[\d.]*) or later is required \(found (?<found>[\d.]+)/,
    cause: "the framework needs SQLite {wanted} or later, and the image's Python has {found}",
    correctiveAction: "Take an image with a newer system, or use PostgreSQL.",
    source: "django/django: django/db/backends/sqlite3",
    example: "django.core.exceptions.ImproperlyConfigured: SQLite 3.31 or later is required (found 3.26.0).",
    nearMiss: "SQLite 3.31 was found",
  },
  {
    ...sure,
    id: "flask/no-secret",
    mode: "configuration/missing-variable",
    meaning: "the sessions have no key",
    pattern: /session is unavailable because no secret key was set/,
    cause: "Flask's sessions need a secret key (SECRET_KEY), and none is set",
    correctiveAction: "Set SECRET_KEY in that environment, and let the application read it.",
    source: "pallets/flask: src/flask/sessions.py",
    example: "RuntimeError: The session is unavailable because no secret key was set.  Set the secret_key",
    nearMiss: "the session has a secret key",
  },
  {
    ...root,
    id: "option/required",
    mode: "configuration/missing-variable",
    meaning: "a library is not given a setting that it requires",
    pattern:
      /\b(?<lib>\w+Strategy|\w+Client|\w+Provider|\w+Adapter) requires an? (?<name>\w+)(?: option| property| setting)?\b|[Pp]lease set (?<name2>[\w.]+) in (?<file>config\/[\w./-]+)/,
    cause: "the setting {name} has no value, most often since the variable that it is read from is not set",
    correctiveAction: "Set that variable in that environment, under the name that the configuration reads.",
    source: "jaredhanson/passport-oauth2; strapi/strapi: packages/core/admin/server",
    example: "TypeError: OAuth2Strategy requires a clientID option",
    examples: ["Error: App keys are required. Please set app.keys in config/server.js"],
    nearMiss: "the strategy has a clientID",
  },
  {
    ...root,
    id: "option/shape",
    mode: "configuration/invalid",
    meaning: "a credential has not the form that its library takes",
    pattern:
      /\b(?<name>\w*(?:Sid|[Kk]ey|[Tt]oken|[Ss]ecret)) must (?:start|begin) with (?<text>\S+)|[Ss]ervice account object must contain a string "(?<name2>\w+)"/,
    competing: [
      { mode: "configuration/missing-variable", cause: "the variable that it is read from is not set" },
    ],
    cause:
      "the credential {name} has not the form that the library takes: a placeholder, another key, or nothing",
    correctiveAction:
      "Set the variable to the value that the provider's console shows, whole and without quotes.",
    source:
      "twilio/twilio-node: src/base/BaseTwilio.ts; firebase/firebase-admin-node: src/app/credential-internal.ts",
    example: "Error: accountSid must start with AC",
    nearMiss: "the path must start with a slash",
  },
  {
    ...sure,
    id: "node/url-undefined",
    mode: "configuration/missing-variable",
    meaning: "a URL has no value",
    pattern: /^\s*input: ['"](?<what>undefined|null)['"],?$/,
    cause: "a URL is {what}: the variable that it is read from is not set, or set under another name",
    correctiveAction: "Set the variable that the code at the top of the stack gives to `new URL`.",
    source: "nodejs.org/api/errors.html#err_invalid_url",
    example: "  input: 'undefined'",
    nearMiss: "  input: 'db.example.com'",
  },
  {
    ...sure,
    id: "node/no-builtin",
    mode: "runtime/incompatible",
    meaning: "Node is older than a package needs",
    pattern: /Cannot find module '(?<name>node:[\w/]+)'/,
    cause: "Node does not know its own module {name}: it is older than a package needs",
    correctiveAction: "Set a newer Node (`engines`, .node-version, the image).",
    source: "nodejs.org/api/modules.html#built-in-modules",
    example: "Error: Cannot find module 'node:fs/promises'",
    nearMiss: "Error: Cannot find module 'fs-extra'",
  },
  {
    ...sure,
    id: "adonis/environment",
    mode: "configuration/missing-variable",
    meaning: "a variable that AdonisJS requires is not set",
    pattern: /\bE_MISSING_(?:APP_KEY|ENV_VALUE)\b(?:.*?["“](?<name>[\w.]+)["”])?/,
    cause: "AdonisJS has no value for {name}, which is read from a variable of the environment",
    correctiveAction: "Set the variable in that environment (`node ace generate:key` makes an APP_KEY).",
    decidesUnnamed: true,
    source: "adonisjs/core; docs.adonisjs.com: environment variables",
    example: 'E_MISSING_APP_KEY: Missing "app.appKey". The key is required to encrypt values',
    nearMiss: "APP_KEY is set",
  },
  {
    ...root,
    id: "rails/no-configuration",
    mode: "configuration/invalid",
    meaning: "config/database.yml has nothing for this environment",
    pattern: /AdapterNotSpecified\b(?:.*?`(?<name>\w+)` (?:database|environment|env))?/,
    competing: [{ mode: "configuration/missing-variable", cause: "DATABASE_URL is not set" }],
    cause: "config/database.yml has no database for {name}, and DATABASE_URL is not set",
    correctiveAction: "Set DATABASE_URL, or add that environment to config/database.yml.",
    source: "rails/rails: activerecord/lib/active_record/connection_handling.rb",
    example:
      "ActiveRecord::AdapterNotSpecified: The `production` database is not configured for the `production` environment.",
    nearMiss: "the production database is configured",
  },
  {
    ...root,
    id: "ruby/gem-constant",
    mode: "runtime/incompatible",
    meaning: "one gem does not fit another",
    pattern:
      /gems\/(?<name>[\w-]+?-\d[\d.]*)\/\S+\.rb:\d+:in .{0,120}uninitialized constant (?<constant>[\w:]+)|uninitialized constant (?<constant2>ActiveSupport::LoggerThreadSafeLevel::Logger)/,
    competing: [{ mode: "import/missing-module", cause: "a gem or a `require` is missing" }],
    cause:
      "a gem's own code uses {constant}, which is not loaded: two gems, or a gem and this Ruby, do not fit",
    correctiveAction:
      "Update the gem whose file the line names, or pin the one that changed (concurrent-ruby 1.3.4 for LoggerThreadSafeLevel), and commit Gemfile.lock.",
    source: "rails/rails#54263; ruby-concurrency/concurrent-ruby: CHANGELOG.md",
    example:
      "/usr/local/bundle/gems/activesupport-6.1.7/lib/active_support/logger.rb:16:in `<module:A>': uninitialized constant A::Logger (NameError)",
    nearMiss: "/app/app/models/user.rb:3:in `<main>': uninitialized constant Shop (NameError)",
  },
];
