/** What templates call the things that have to be filled in. */
const NOUN =
  "pass(?:word|wd|phrase)?|secrets?|token|key|api|project|ref(?:erence)?|host(?:name)?|user(?:name)?|role|db|database|" +
  "url|uri|dsn|id|name|region|account|bucket|e?mail|domain|org(?:ani[sz]ation)?|repo(?:sitory)?|team|tenant|app|client|" +
  "staging|production|supabase|openai|stripe|smtp|jwt|anon|access|auth|session|webhook|sentry|django|aws|port|value|" +
  "server|endpoint|workspace|environment|connection|string|here";

/** Words that come before such a noun, or around it, where nothing is filled in. */
const AROUND =
  "your|my|the|a|an|some|real|new|super|very|random|long|with|to|in|and|please|generate|insert|enter|put|add|set|replace|fill|dein|ihr";

const SEPARATOR = "[-_ .]*";

/** A text of such words alone, with one that says that an action is needed: `your-api-key-here`, `YOURKEYHERE`. */
export const ONLY_WORDS = new RegExp(`^(?:(?:${AROUND}|${NOUN})${SEPARATOR})+$`, "i");

/** `your-…` and words of a template alone behind it: `your-org`, and not `your-uploads-prod`. */
export const YOUR_THING = new RegExp(`^your${SEPARATOR}(?:(?:${NOUN})${SEPARATOR}\\d*)+$`, "i");

/** The same within a text that has more: `123456789012-your-account`. */
export const WITH_YOUR_THING = new RegExp(`(?:^|[-_ ])your[-_ ](?:${NOUN})(?:$|[-_ ])`, "i");

/** What asks to change it, also with when or by what: `CHANGE_ME_IN_PRODUCTION`, `replace-with-real-key`. */
export const TO_CHANGE =
  /(?:^|[-_ ])(?:change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|this|with)|fill[-_ ]?(?:me[-_ ]?)?in|insert[-_ ]|to[-_ ]be[-_ ](?:set|defined|done|filled)|fixme|todo|tbd)(?=$|[-_ !.]|\d|[A-Z])/i;

/** Words that are no secret by themselves: all of the value, and nothing else. */
export const NO_VALUE =
  /^(?:x{3,}|dummy|placeholder|example|sample|test|none|null|undefined|nil|n\/a|secret|password|token|[.*?-]+|[.*]{3,}|abc123\.{3})$/i;

/** The same in the languages of templates that people translate. */
export const TRANSLATED =
  /^(?:dein|ihr|euer|votre|vos|tu|su|tua|seu|sua|jouw)[-_ ](?:\w+[-_ ])*(?:passwor[td]|schl(?:ue|ü)ssel|mot[-_ ]de[-_ ]passe|cl(?:e|é|ef)|contrase(?:n|ñ)a|clave|chiave|senha|chave|wachtwoord|sleutel|token)$/i;
