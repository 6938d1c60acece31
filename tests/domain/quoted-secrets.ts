import { CANARY } from "./canary";

/** What errors say of a value that they were given: no sign joins it to the name of a secret. */
const IN_ERRORS: readonly string[] = [
  `ZodError: [{"code":"invalid_string","received":"${CANARY}","path":["DATABASE_URL"],"message":"Invalid url"}]`,
  `ZodError: Invalid literal value, expected "a", received '${CANARY}'`,
  `System.ArgumentException: Format of the initialization string does not conform to specification starting at index 0: ${CANARY}`,
  `discord.errors.LoginFailure: Improper token has been passed: ${CANARY}`,
  `telegram.error.InvalidToken: The token \`123456789:AA${CANARY}hjkQWE12\` was rejected by the server.`,
  `curl: (3) URL rejected: https://api.telegram.org/bot123456:AAF${CANARY}qwertyuiopasdf/getMe`,
  `openai.AuthenticationError: Error code: 401 - {'error': {'message': 'Incorrect API key provided: ${CANARY}'}}`,
  `Error: Invalid API Key supplied: "${CANARY}"`,
  `botocore.exceptions.ClientError: InvalidAccessKeyId AKIA${CANARY}`,
  `KeyError: '${CANARY}'`,
  `KeyError: key not found: "${CANARY}"`,
  `mysqli_sql_exception: mysqli->__construct('h', 'u', '${CANARY}') Access denied`,
  `#0 /app/db.php(3): PDO->__construct('pgsql:host=h', 'u', '${CANARY}')`,
  `#1 /app/db.php(9): mysqli_real_connect(Object(mysqli), 'h', 'u', '${CANARY}', 'd')`,
  `jwt.exceptions.DecodeError: secret ${CANARY} too short`,
  `Error: secretOrPrivateKey ${CANARY} must be asymmetric`,
  `/start.sh: line 3: ${CANARY}: command not found`,
  `sh: 1: ${CANARY}: not found`,
  `zsh: command not found: ${CANARY}`,
  `the provided database credentials for \`${CANARY}\` are not valid.`,
];

const QUOTES = ["“”", "‘’", "«»", "„“", "‹›", "「」"];

/** The same shapes in the quotes of a text that a person or an editor has written. */
const IN_TYPOGRAPHIC_QUOTES: readonly string[] = [
  (open: string, close: string) => `${open}TypeError: Invalid URL: postgresql:u:${CANARY}@h${close} is wrong`,
  (open: string, close: string) => `${open}limit reached for user:${CANARY}@registry${close}`,
  (open: string, close: string) =>
    `{${open}DB_PASSWORD${close}: ${open}${CANARY}${close}, ${open}port${close}: 8000}`,
  (open: string, close: string) => `os.getenv(${open}API_KEY${close}, ${open}${CANARY}${close})`,
  (open: string, close: string) =>
    `invalid integer value ${open}${CANARY}${close} for connection option ${open}port${close}`,
  (open: string, close: string) => `password: ${open}${CANARY} two words${close}`,
  (open: string, close: string) => `ALTER USER app WITH ENCRYPTED PASSWORD ${open}${CANARY}${close};`,
  (open: string, close: string) => `EnvError: DATABASE_URL: invalid url input: ${open}${CANARY}${close}`,
].flatMap((write) => QUOTES.map((pair) => write(pair.slice(0, 1), pair.slice(1))));

export const QUOTED_SECRETS: readonly string[] = [...IN_ERRORS, ...IN_TYPOGRAPHIC_QUOTES];

/** What errors say that holds no secret. */
export const QUOTED_WORDS: readonly string[] = [
  "KeyError: 'fileUploadConfigV2'",
  'KeyError: key not found: "production"',
  "/start.sh: line 3: uvicorn: command not found",
  "sh: 1: python3.12: not found",
  '{"code":"invalid_enum_value","received":"production-eu-1","options":["production","staging"]}',
  '{"code":"invalid_type","expected":"string","received":"undefined","path":["JWT_SECRET"]}',
  "Invalid enum value. Expected 'production', received 'Staging2'",
  "Format of the initialization string does not conform to specification starting at index 0.",
  "telegram.error.InvalidToken: The token was rejected by the server.",
  "jwt.exceptions.InvalidTokenError: the token is not yet valid",
  "Error: secretOrPrivateKey must be asymmetric when using RS256",
  "the key Ed25519 is not among the keys",
  "No API key provided: see https://docs.acme.com/v1/keys",
  "No token provided: set GITHUB_TOKEN",
  "#0 /app/db.php(3): PDO->__construct('pgsql:host=h', 'u', Object(SensitiveParameterValue))",
  "the provided database credentials for `postgres` are not valid.",
  "Error: “password” is required; it’s the role’s, and “token” is none",
  "the password is called «secret» in the dashboard",
];
