/** Words in the names of secrets, in any file. */
const SECRET_WORD =
  "SECRET|TOKEN|PASSWORD|PASSWD|PASSPHRASE|(?:^|_)PASS(?:$|_)|PRIVATE|CREDENTIAL|DSN|DATABASE_URL|DEPLOY_HOOK|" +
  "(?:API|SERVICE|SERVICE_ROLE|SIGNING|ENCRYPTION|ACCESS|AUTH|MASTER|JWT|SESSION)_?KEY(?!_ID)";

/** Last words of a name that say something about a secret, and hold none: TOKEN_TTL, API_KEY_HEADER, SECRET_FILE. */
const ABOUT_IT =
  "EXPIR\\w*|TTL|LIFETIME|AGE|MINUTES|SECONDS|HOURS|DAYS|LENGTH|SIZE|COUNT|LIMIT|ALGORITHM|ALG|HEADER|COOKIE|" +
  "ISSUER|AUDIENCE|PREFIX|TYPE|POLICY|FILE|PATH|DIR|NAME|ENABLED|REQUIRED|ENDPOINT|(?<!DATABASE_|HOOK_)UR[LI]";

/**
 * Names of variables that hold secrets, in any file. What a build puts into a page is public
 * by its prefix (nextjs.org, vite.dev and svelte.dev on environment variables).
 */
export const SECRET_NAME = new RegExp(
  `^(?!(?:NEXT_PUBLIC|NUXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|PUBLIC)_)(?=.*(?:${SECRET_WORD}))(?!.*_(?:${ABOUT_IT})$)`,
  "i",
);

/** A URL that carries its password, anywhere in a text. */
export const URL_WITH_PASSWORD = /:\/\/[^/\s:@]*:[^/\s]+@/;
