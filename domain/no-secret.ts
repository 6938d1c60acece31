/** Programs whose words are tasks in groups: `bin/rails credentials:edit`, `npm run secrets:pull`. */
const RUNS_TASKS =
  /(?:^|[\s/`"'(])(?:rails|rake|artisan|console|mix|kamal|cap|heroku|eas|netlify|firebase|scalingo|dokku|craft|drush|wp|symfony|(?:npm|pnpm|yarn|bun)(?: run(?:-script)?)?|composer(?: run(?:-script)?)?|nx(?: run)?|turbo(?: run)?|task|just|make)\s+(?:-{1,2}[\w=-]+\s+)*(?:[a-z][\w-]*:)*$/;
const TASK = /^[a-z][a-z_-]{0,40}(?::[a-z_-]{1,40}){0,3}[`"'.,)]{0,2}$/;

/**
 * Whether the text behind a colon is a part of a task's name: `edit` of `bin/rails credentials:edit`.
 *
 * @param before what precedes the word in front of the colon
 */
export function isTask(before: string, text: string): boolean {
  return TASK.test(text) && RUNS_TASKS.test(before);
}

/** Whether a word is the service of an Amazon resource name: `arn:aws:secretsmanager:eu-west-1:…`. */
export function isServiceOfArn(before: string): boolean {
  return /\barn:[a-z-]{1,20}:$/.test(before);
}

/** `pulumi config set --secret portcullis:databasePassword` asks for the value, and names its key. */
export function isConfigurationKey(flag: string, value: string): boolean {
  return flag === "--secret" && /^[a-z]\w*:[A-Za-z][\w.]*$/.test(value);
}

/** How a sentence goes on behind the name of a command or of a flag: `zip -P is not safe`, `vault login first`. */
export const GOES_ON =
  /^(?:is|was|are|and|or|but|to|for|with|without|via|in|on|as|at|by|of|from|the|a|an|if|then|so|that|this|first|again|only|just|never|always|also|when|where|which|since|because|before|after|instead|please|manually|command|commands|flag|option|argument|prompt|page|method|must|may|can|cannot|should|would|will|has|does|needs|takes|asks|prints|exits?|exited|returns?|returned|together|not)$/i;

/** `--api-key API_KEY` of a usage: the last words of the flag's name, in capitals. */
const isPlaceOfValue = (flag: string, value: string): boolean =>
  /^[A-Z]{2,}(?:_[A-Z]+)*[\])},.]*$/.test(value) &&
  flag
    .replaceAll("-", "_")
    .toUpperCase()
    .endsWith(value.replace(/[\])},.]+$/, ""));

/**
 * Whether what is behind a flag is no value of it: `--secret` of `pulumi config set` has none, and OpenSSL's `-pass` names
 * the place of a password with `env:`, `file:` or `fd:` (docs.openssl.org: openssl-passphrase-options).
 *
 * @param before what precedes the flag
 */
export function isNoneOfFlag(before: string, flag: string, value: string): boolean {
  if (isPlaceOfValue(flag, value) || GOES_ON.test(value)) return true;
  if (flag === "--secret")
    return isConfigurationKey(flag, value) || /\bconfig[ \t]+set\b[^\n;|&]*$/.test(before);
  return /^-pass(?:in|out)?$/.test(flag) && /^(?:(?:env|file|fd):|stdin$)/.test(value);
}
