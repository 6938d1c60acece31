import type { Signature } from "../signature";

/** What looks like a more general row: these are asked first. */
export const SPECIAL_LAST_SIGNATURES: readonly Signature[] = [
  {
    id: "rails/secret-nil",
    mode: "configuration/missing-variable",
    meaning: "a secret has no value",
    pattern:
      /Secret should not be nil|secret_key_base .*must be a type of String|ArgumentError: Missing host to link to|No secret (?:key|option) (?:was )?(?:set|provided)|secret option required for sessions/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "a secret has no value: its variable is missing, or a library reads it under another name",
    correctiveAction:
      "Set the secret's variable (SECRET_KEY_BASE, SESSION_SECRET or the library's own) in that environment, in an image build too.",
    source: "rails; expressjs/session",
    example: "ArgumentError: Secret should not be nil.",
    examples: ["Error: secret option required for sessions"],
    nearMiss: "the secret is set",
  },
  {
    id: "probe/refused",
    mode: "port/none-open",
    meaning: "nothing listens where the probe asks",
    pattern:
      /[Pp]robe failed: (?:Get "?\S+: )?dial tcp \S+?:(?<port>\d+): (?:connect: )?connection refused|Health check on port (?<port2>\d+) has failed/,
    stage: "process",
    certainty: "possible",
    decisive: false,
    competing: [{ mode: "port/mismatch", cause: "the service listens on another port than the probe asks" }],
    cause:
      "nothing listens on port {port}, which the probe asks: the service is still starting, has ended, or listens on another port or address",
    correctiveAction:
      "Let the service listen on 0.0.0.0 and port {port}, or correct the probe's port; give a slow start a startupProbe or a longer initialDelaySeconds.",
    source: "kubernetes: pkg/kubelet/prober",
    example:
      'Liveness probe failed: Get "http://10.1.0.7:8080/health": dial tcp 10.1.0.7:8080: connect: connection refused',
    examples: [
      "Liveness probe failed: Get http://10.244.1.7:8080/: dial tcp 10.244.1.7:8080: connection refused",
    ],
    nearMiss: "probe succeeded",
  },
  {
    id: "npgsql/format",
    mode: "database/url-malformed",
    meaning: "the connection string is not of the form that the driver reads",
    pattern:
      /Format of the initialization string does not conform|Keyword not supported: '|Couldn't set \w+ \(Parameter/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [{ mode: "configuration/missing-variable", cause: "the variable is empty" }],
    cause:
      "the driver reads a connection string of key=value pairs, and was given another text, such as a URL or a blank",
    correctiveAction:
      "Write the connection string as the driver has it: key=value pairs from `Host=` on, not a URL.",
    source: "npgsql.org/doc/connection-string-parameters.html",
    example:
      "System.ArgumentException: Format of the initialization string does not conform to specification starting at index 0.",
    nearMiss: "the connection string was read",
  },
  {
    id: "hikari/exhausted",
    mode: "database/too-many-connections",
    meaning: "no connection of the pool became free in time",
    pattern: /Connection is not available, request timed out after|Timeout failure stats \(total=/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [
      { mode: "database/timeout", cause: "the database does not answer, and each connection waits for it" },
      { mode: "database/refused", cause: "nothing answers at the database's address" },
    ],
    cause:
      "all connections of the program's own pool are taken: queries hold them too long, or the pool is too small",
    correctiveAction:
      "Close connections sooner (short transactions, no leak: `leakDetectionThreshold`), then raise the pool as far as the server's limit allows.",
    source: "brettwooldridge/HikariCP",
    example:
      "java.sql.SQLTransientConnectionException: HikariPool-1 - Connection is not available, request timed out after 10486ms.",
    nearMiss: "the pool has 10 connections",
  },
  {
    id: "nuxt/no-build",
    mode: "import/missing-module",
    meaning: "the built files are not there",
    pattern:
      /No build files found in (?<path>\S+?)\.?$|Cannot find module '(?<path2>[^']*\/(?:\.output|\.next|build|dist|\.svelte-kit)\/[^']*)'|ENOENT.*'(?<path3>[^']*\/(?:\.next\/BUILD_ID|\.output\/server\/index\.mjs))'/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause:
      "the start command finds no build at {path}: the build files were not made, or not copied into the image",
    correctiveAction:
      "Let the build command run (`nuxt build`, `npm run build`), and copy {path} into the last stage.",
    source: "nuxt.com/docs/getting-started/deployment",
    example: " FATAL  No build files found in /var/www/html/.nuxt/dist/server.",
    nearMiss: "build files found",
  },
  {
    id: "elixir/options",
    mode: "configuration/invalid",
    meaning: "options exclude each other",
    pattern:
      /\{:options, (?<option>.+)\}|:eacces\b.*listen|\{:bad_option, (?<option2>.+)\}|unknown (?:option|options) \[(?<option3>[^\]]+)\]/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "an option of the listener or the connection is not taken, or excludes another: {option}",
    correctiveAction:
      "Correct those options in the configuration (`config/runtime.exs`); with TLS 1.3 alone leave `secure_renegotiate` out.",
    source: "erlang: ssl",
    example:
      '            ** (EXIT) {:options, :incompatible, [:secure_renegotiate, {:versions, [:"tlsv1.3"]}]}',
    nearMiss: "options read",
  },
  {
    id: "ca-certificates",
    mode: "import/missing-library",
    meaning: "the image has no authorities' certificates",
    pattern:
      /pubkey_os_cacerts|:no_cacerts_found|cacerts_get|no such file.*ca-certificates|failed to load (?:system|native) (?:root )?cert|error adding trust anchors|unable to load CA/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "the image has no CA certificates, by which TLS connections are verified",
    correctiveAction:
      "Install ca-certificates in the last stage of the image (`apt-get install -y ca-certificates`, `apk add ca-certificates`).",
    source: "erlang: public_key:cacerts_get/0",
    example: "        (public_key 1.14) pubkey_os_cacerts.erl:38: :pubkey_os_cacerts.get/0",
    nearMiss: "certificates loaded",
  },
];
