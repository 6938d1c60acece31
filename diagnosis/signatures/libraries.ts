import type { Signature } from "../signature";

/** What libraries of databases, clouds, and browsers say, in several languages. */
export const LIBRARIES_SIGNATURES: readonly Signature[] = [
  {
    id: "mongo/scheme",
    mode: "database/url-malformed",
    meaning: "the MongoDB URL is not one",
    pattern: /MongoParseError: |^(?:\w*Error: )?Invalid scheme, expected connection string to start with/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "the connection string is no MongoDB URL: quotes or spaces around it, an unescaped character, or another database's URL",
    correctiveAction:
      "Write `mongodb+srv://…` without quotes, and encode special characters of the password.",
    source: "mongodb.com/docs/manual/reference/connection-string",
    example:
      'MongoParseError: Invalid scheme, expected connection string to start with "mongodb://" or "mongodb+srv://"',
    nearMiss: "mongodb:// is a scheme",
  },
  {
    id: "sequelize/ssl-required",
    mode: "database/tls-required",
    meaning: "the database takes TLS only",
    pattern:
      /SSL\/TLS required|(?<!ESSLREQUIRED\) )SSL connection is required|(?:server|database) requires (?:an? )?(?:SSL|TLS|encrypted)|connection is insecure \(try using `sslmode=require`\)/i,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the database takes encrypted connections only, and the client does not encrypt",
    correctiveAction: "Switch TLS on in the client (`?sslmode=require`, `dialectOptions.ssl`).",
    source: "postgresql.org/docs/current/libpq-ssl.html",
    example: "SequelizeConnectionError: SSL/TLS required",
    nearMiss: "SSL/TLS is on",
  },
  {
    id: "drizzle/no-url",
    mode: "configuration/missing-variable",
    meaning: "drizzle-kit has no URL",
    pattern: /Either connection "url" or "host"|url: ''|Please provide required params for Postgres driver/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "drizzle-kit gets no connection (url): the variable that drizzle.config reads is not set",
    correctiveAction: "Set the variable (DATABASE_URL) where the migrations run.",
    source: "orm.drizzle.team/docs/drizzle-config-file",
    example:
      'Error  Either connection "url" or "host", "database" are required for PostgreSQL database connection',
    nearMiss: "url: is set",
  },
  {
    id: "redis/retries",
    mode: "broker/refused",
    meaning: "the client gave up to reach Redis",
    pattern: /Reached the max retries per request limit|ClientOfflineError|MaxRetriesPerRequestError/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause:
      "the Redis client tried to connect and gave up (max retries): the address is wrong, or nothing listens there",
    correctiveAction:
      "Correct REDIS_URL in that environment, or start Redis; a `rediss://` address needs TLS.",
    source: "github.com/redis/ioredis; redis.js.org",
    example: "MaxRetriesPerRequestError: Reached the max retries per request limit (which is 20).",
    nearMiss: "redis is ready",
  },
  {
    id: "puppeteer/no-browser",
    mode: "import/missing-library",
    meaning: "the browser is not installed",
    pattern:
      /Could not find (?:Chrome|Chromium|browser)|Executable doesn't exist at|Looks like Playwright (?:Test or Playwright )?was just installed|Failed to launch the browser process/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "Puppeteer or Playwright does not find its browser, Chrome or another one",
    correctiveAction:
      "Install it in the build (`npx puppeteer browsers install chrome`, `npx playwright install --with-deps`) into a folder that the service keeps (PUPPETEER_CACHE_DIR).",
    source: "pptr.dev/troubleshooting; playwright.dev/docs/browsers",
    example: "Error: Could not find Chrome (ver. 121.0.6167.85). This can occur if either",
    nearMiss: "Chrome is running",
  },
  {
    id: "key/malformed",
    mode: "configuration/invalid",
    meaning: "a private key cannot be read",
    pattern:
      /(?:Failed to parse|Invalid|Could not parse) (?:the )?(?:private key|PEM|key data)|Invalid PEM formatted message|error:\w+:(?:PEM routines|DECODER routines)|no start line/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "a private key in a variable cannot be parsed (PEM): its line breaks were lost, or quotes are part of it",
    correctiveAction: "Write the key with `\\n` and replace them in the code, or keep it as a secret file.",
    source: "firebase.google.com/docs/admin/setup; datatracker.ietf.org/doc/html/rfc7468",
    example: "FirebaseAppError: Failed to parse private key: Error: Invalid PEM formatted message.",
    nearMiss: "the private key was parsed",
  },
  {
    id: "google/no-credentials",
    mode: "configuration/missing-variable",
    meaning: "no credentials of the cloud's library",
    pattern:
      /Could not load the default credentials|DefaultCredentialsError|Could not load credentials from any providers|Unable to locate credentials|NoCredentialsError|CredentialsProviderError/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the cloud's library finds no credentials in this environment",
    correctiveAction:
      "Set the variables that it reads (GOOGLE_APPLICATION_CREDENTIALS with a secret file; AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY).",
    source: "cloud.google.com/docs/authentication; docs.aws.amazon.com/sdkref",
    example: "Error: Could not load the default credentials.",
    nearMiss: "credentials loaded",
  },
];
