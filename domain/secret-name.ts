/** Last words of a name that say something about a secret, and hold none: TOKEN_TTL, API_KEY_HEADER, SECRET_FILE. */
export const ABOUT_A_SECRET =
  "EXPIR\\w*|TTL|LIFETIME|AGE|MINUTES|SECONDS|HOURS|DAYS|LENGTH|SIZE|COUNT|LIMIT|ALGORITHMS?|ALG|HEADERS?|COOKIE|" +
  "ISSUER|AUDIENCE|PREFIX|TYPE|POLICY|FILE|PATH|DIR|NAME|MODE|REGION|SOURCE|PROVIDER|TRANSPORT|STRATEGY|BACKEND|STORE|VERSION|ENABLED|REQUIRED|ENDPOINT|METHOD|MODEL|HASHERS?|VALIDATORS?|NAMESPACE|PROJECT|TEAM|(?<!DATABASE_|HOOK_)UR[LI]";

/** Keys that are no secrets: of a table, a cache or a page. */
const OTHER_KEYS =
  /(?:^|_)(?:PRIMARY|FOREIGN|SORT|PARTITION|CACHE|PUBLIC|PUBLISHABLE|SITE|ROUTING|HASH|RANGE|INDEX|GROUP|IDEMPOTENCY|UNIQUE|OBJECT|ARROW)_KEYS?$/;

const WORDS =
  /(?:PASSWOR[DT]|KENNWORT|WACHTWOORD|CONTRASENA|SENHA|MOT_?DE_?PASSE|PASSWD|PASSPHRASE|PWD|SECRET|TOKEN(?!IZ)|CREDENTIAL|API_?KEY|_KEYS?(?:_|$)|(?:^|_)(?:PASS|REQUIREPASS|MASTERAUTH|PW|PSW|MDP|PGPASS|PASSCODE|CREDS|PEPPER|FERNET|SERVICE_ROLE|AUTH|AUTHORIZATION|JWT|SALT|HMAC|BEARER|PAT|SID)(?:$|_))/;

/** Parts of the names of secrets, in small letters, that names in code and in settings are looked for by. */
export const PARTS_OF_NAMES =
  "pass|pwd|secret|token|credential|key|auth|jwt|salt|hmac|bearer|pat|sid|pw|psw|mdp|senha|wort|woord|contrasena|pepper|fernet";

/** A text without any of these has no name that {@link namesSecret} takes for a secret's. */
export const MAY_NAME = new RegExp(`${PARTS_OF_NAMES}|creds|role`, "i");

/** Tokens of a language model's vocabulary (huggingface.co/docs/transformers: tokenizer). */
const OF_VOCABULARY = /(?:^|_)(?:BOS|EOS|PAD|UNK|SEP|CLS|MASK|STOP|SPECIAL|IMAGE)_TOKENS?$/;

/** What errors, settings and placeholders are called. */
const ABOUT = new RegExp(
  `_(?:${ABOUT_A_SECRET}|ERROR|EXCEPTION|WARNING|ENCRYPTION|AUTHENTICATION|DUMMY|REQUIREMENTS?|RULES?|DECODER|ENCODER|FILTER|CONTROLLER|MIDDLEWARE|FACTORY|HANDLER|INTERCEPTOR|UTILS?|REF)$`,
);

/** Yes or no, and no secret: `isSecret`, `config.hasPassword`. */
const ASKED = /(?:^|[.-])(?:is|has|had|contains)[A-Z][A-Za-z]*$/;

/**
 * Whether a name says that a secret belongs behind it, in whatever notation: DB_PASSWORD, access_token, `--api-key`,
 * `clientSecret`, AWS_SECRET_ACCESS_KEY. Asked for masking: of a doubtful name the value is masked.
 */
export function namesSecret(name: string): boolean {
  if (ASKED.test(name)) return false;
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, "$1_$2")
    .replaceAll(/[-.]/g, "_")
    .toUpperCase();
  return WORDS.test(words) && !ABOUT.test(words) && !OTHER_KEYS.test(words) && !OF_VOCABULARY.test(words);
}
