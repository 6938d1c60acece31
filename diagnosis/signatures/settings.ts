import type { Signature } from "../signature";

/** What says that a setting is missing or wrong. */
export const SETTINGS_SIGNATURES: readonly Signature[] = [
  {
    id: "env/named",
    mode: "configuration/missing-variable",
    meaning: "a variable that the program requires has no value",
    pattern:
      /KeyError: '(?<name2>[A-Z][A-Z0-9_]{2,})'|environment variable:? [`'"]?(?<name>[A-Z][A-Z0-9_]{2,})[`'"]? (?:is|was|has|must|not) ?(?:not |be )?(?:missing|set|defined|found|required|empty|provided)|(?:required|missing)(?: required)?(?: environment)? (?:env(?:ironment)? ?var(?:iable)?s?|variables?|config(?:uration)?|settings?|key|secret)s?:? [`'"]?(?<name3>[A-Z][A-Z0-9_]{3,})|[Ee]nvironment variable "?(?<name4>[A-Z][A-Z0-9_]+)"? (?:not set|not found|is required|must be set|is empty)|key not found: "(?<name5>[A-Z][A-Z0-9_]+)"|(?:Set the|Set) (?<name6>[A-Z][A-Z0-9_]{3,}) (?:environment|env) var|[Pp]lease (?:set|provide|define|add|specify)(?: the| your| a)? (?:environment variable )?[`'"]?(?<name7>[A-Z][A-Z0-9]*_[A-Z0-9_]+)|(?<!\w)[`'"]?(?<name8>[A-Z][A-Z0-9]*_[A-Z0-9_]+)[`'"]? (?:environment variable |env var )?(?:must be (?:set|defined|provided|specified)|not (?:set|defined|provided|found|configured)\b|missing\b|cannot be (?:empty|null|undefined)|is (?:not set|missing|required|empty|undefined|not defined|not configured))/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    rule: "environment/missing-variable",
    cause: "the environment has no {name}, which the program requires",
    correctiveAction: "Set {name} in that environment; a secret in the platform's dashboard.",
    source: "ruby: ENV.fetch; CPython: os.environ",
    example: "Error: environment variable DATABASE_URL is missing",
    examples: ['KeyError: key not found: "SECRET_KEY_BASE"', "Error: JWT_SECRET must be set"],
    nearMiss: "the environment variables are complete",
  },
  {
    id: "env/unnamed",
    mode: "configuration/missing-variable",
    meaning: "a variable that the program requires has no value",
    pattern:
      /environment variable not found\b|\bNotPresent\b|called `Result::unwrap\(\)` on an `Err` value: (?:NotPresent|EnvVar)|❌ (?:Invalid|Missing) environment variables|Invalid environment variables|[Mm]issing (?:required )?environment variables?\b/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "the environment has no value for a variable that the program requires",
    correctiveAction: "Read the line and the next ones for its name, and set it in that environment.",
    source: "doc.rust-lang.org/std/env/enum.VarError.html; env.t3.gg",
    example: "Error loading env config: environment variable not found",
    examples: ["called `Result::unwrap()` on an `Err` value: NotPresent"],
    nearMiss: "environment variable found",
  },
  {
    id: "rails/secret-key-base",
    mode: "configuration/missing-variable",
    meaning: "Rails has no secret key",
    pattern:
      /Missing `(?<name>secret_key_base)`|Missing encryption key to decrypt file|(?:RAILS_MASTER_KEY|config\/master\.key).*(?:missing|not found)/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "Rails has neither {name} (SECRET_KEY_BASE) nor the key of its credentials (RAILS_MASTER_KEY)",
    correctiveAction:
      "Set SECRET_KEY_BASE or RAILS_MASTER_KEY in that environment; in an image build write SECRET_KEY_BASE_DUMMY=1 before `assets:precompile`.",
    source: "rails: railties/lib/rails/application.rb",
    example:
      "ArgumentError: Missing `secret_key_base` for 'production' environment, set this string with `bin/rails credentials:edit`",
    examples: ["Missing encryption key to decrypt file with. Ask your team for your master key"],
    nearMiss: "secret_key_base is set",
  },
  {
    id: "rails/wrong-key",
    mode: "configuration/invalid",
    meaning: "Rails cannot decrypt its credentials",
    pattern:
      /ActiveSupport::MessageEncryptor::InvalidMessage|ActiveSupport::EncryptedFile::InvalidKeyLengthError/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "RAILS_MASTER_KEY is not the key by which the credentials were encrypted",
    correctiveAction:
      "Copy config/master.key (or config/credentials/production.key) into RAILS_MASTER_KEY, without a line end.",
    source: "rails: activesupport/lib/active_support/encrypted_file.rb",
    example:
      "ActiveSupport::MessageEncryptor::InvalidMessage: ActiveSupport::MessageEncryptor::InvalidMessage",
    nearMiss: "the message was decrypted",
  },
  {
    id: "laravel/app-key",
    mode: "configuration/missing-variable",
    meaning: "Laravel has no APP_KEY",
    pattern: /No application encryption key has been specified|MissingAppKeyException/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "Laravel has no APP_KEY, its encryption key",
    correctiveAction: "Type `php artisan key:generate --show` and set what it prints as APP_KEY.",
    source: "laravel.com/docs/encryption#configuration",
    example: "production.ERROR: No application encryption key has been specified.",
    nearMiss: "the encryption key is set",
  },
  {
    id: "laravel/wrong-app-key",
    mode: "configuration/invalid",
    meaning: "Laravel's APP_KEY has the wrong length",
    pattern: /cipher and \/ or key length are invalid|Unsupported cipher or incorrect key length/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "APP_KEY does not have the length that the cipher needs, or lacks its `base64:`",
    correctiveAction:
      "Type `php artisan key:generate --show` and set the whole of what it prints, key and `base64:` before it, as APP_KEY.",
    source: "laravel.com/docs/encryption",
    example: "RuntimeException: No supported encrypter found. The cipher and / or key length are invalid.",
    nearMiss: "the cipher is AES-256-CBC",
  },
  {
    id: "spring/placeholder",
    mode: "configuration/missing-variable",
    meaning: "a setting has no value",
    pattern:
      /Could not resolve placeholder '(?<name>[^']+)'|Failed to configure a DataSource: '(?<name2>url)' attribute is not specified|Failed to determine a suitable driver class|ConnectionString property has not been initialized|Value cannot be null\. \(Parameter '(?<name3>connectionString|\w*[sS]ecret\w*|\w*[kK]ey|s)'\)|Failed to bind properties under '(?<name4>[^']+)'|Connection string ['"]?(?<name5>\w+)['"]? (?:not found|is (?:missing|null|empty))|Host can't be null/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "no value is set for {name}",
    correctiveAction:
      "Set the variable for {name} in that environment (Spring: `SPRING_DATASOURCE_URL`; .NET: `ConnectionStrings__Name`).",
    source: "docs.spring.io/spring-boot/reference/features/external-config.html; learn.microsoft.com/ef/core",
    example:
      "java.lang.IllegalArgumentException: Could not resolve placeholder 'JWT_SECRET' in value \"${JWT_SECRET}\"",
    examples: [
      "Failed to configure a DataSource: 'url' attribute is not specified and no embedded datasource could be configured.",
    ],
    nearMiss: "the placeholder was resolved",
  },
  {
    id: "library/no-key",
    mode: "configuration/missing-variable",
    meaning: "a library has no key or secret",
    pattern:
      /\b(?<name>supabaseUrl|supabaseKey|secretOrPrivateKey) (?:is required|must have a value)|The (?<name2>\w+) environment variable is missing or empty|api_key client option must be set|(?<name3>MissingSecret|NO_SECRET)\b|[Mm]issing credentials\. Please pass|Neither apiKey nor config\.authenticator provided|Missing API key\. Pass it to the constructor|No (?:API|api) key (?:provided|found)|NoCredentialsError|Could not load credentials from any providers|Could not load the default credentials|NoRegionError|Region is missing|Invalid credentials in/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "a library has no key or secret for its service: the variable is missing ({name}) or is read under another name",
    correctiveAction:
      "Set the key's variable in that environment, and let the program read it before it makes the client.",
    source: "supabase/supabase-js; openai; authjs.dev/reference/core/errors; aws-sdk",
    example: "Error: supabaseUrl is required.",
    examples: ["Error: secretOrPrivateKey must have a value"],
    nearMiss: "the API key is set",
  },
  {
    id: "django/static-root",
    mode: "configuration/missing-variable",
    meaning: "Django misses a setting",
    pattern:
      /without having set the (?<name>STATIC_ROOT) setting|The (?<name2>[A-Z][A-Z_]+) setting must not be empty|Requested setting (?<name3>[A-Z_]+), but settings are not configured|Set the (?<name4>[A-Z_]+) environment variable/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the setting {name} of Django has no value in this environment",
    correctiveAction:
      'Set {name} in settings.py or by its variable (`STATIC_ROOT = BASE_DIR / "staticfiles"`); where settings are not configured at all, set DJANGO_SETTINGS_MODULE.',
    source: "docs.djangoproject.com/en/stable/ref/settings",
    example:
      "django.core.exceptions.ImproperlyConfigured: You're using the staticfiles app without having set the STATIC_ROOT setting to a filesystem path.",
    nearMiss: "STATIC_ROOT is set",
  },
];
