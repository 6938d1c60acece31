/** What templates call the things that have to be filled in. */
const NOUN =
  "pass(?:word|wd|phrase)?|secrets?|token|key|api|project|ref(?:erence)?|host(?:name)?|user(?:name)?|role|db|database|" +
  "url|uri|dsn|id|name|region|account|bucket|e?mail|domain|org(?:ani[sz]ation)?|repo(?:sitory)?|team|tenant|app|client|" +
  "staging|production|supabase|openai|stripe|smtp|jwt|anon|access|auth|session|webhook|sentry|django|aws|port|value|" +
  "server|service|site|cluster|instance|endpoint|workspace|environment|connection|string|company|provider|frontend|backend|website|here";

/** What a secret is called. */
const SECRET_NOUN = "keys?|secrets?|tokens?|pass(?:word|wd|phrase)?|credentials?|sid|dsn|salt";

/** Words that come before such a noun, or around it, where nothing is filled in. */
const AROUND =
  "your|my|the|a|an|some|real|new|super|ultra|very|random|long|strong|with|to|in|and|at|least|please|generate|insert|enter|" +
  "paste|put|add|set|use|replace|fill|min(?:imum)?|max(?:imum)?|characters?|chars?|bits?|bytes?|digits?|dein|ihr";

const SEPARATOR = "[-_ .]*";

/**
 * A text of such words alone, and of lengths, with a noun among them: `your-api-key-here`, `YOURKEYHERE`,
 * `min-32-characters-secret`.
 */
export const ONLY_WORDS = new RegExp(
  `^(?=.*(?:${NOUN}))(?:(?:${AROUND}|${NOUN}|(?<![a-z0-9])\\d{1,3}(?![a-z0-9]))${SEPARATOR})+$`,
  "i",
);

/** What a value is, as the last word of `your-s3-bucket-name`; `your-uploads-prod` and `your-todo-app` may be real. */
const LAST =
  "name|id|ref|url|uri|host|user|username|password|key|token|secret|domain|bucket|project|database|db|account|tenant|region|string|here";

/** `your-…` with words of a template alone behind it, or one of these at its end: `your-org`, `your-s3-bucket-name`. */
export const YOUR_THING = new RegExp(
  `^your${SEPARATOR}(?:(?:(?:${NOUN})${SEPARATOR}\\d*)+|(?:[a-z0-9]+[-_ .]){1,4}(?:${LAST}))$`,
  "i",
);

/** The same where a secret belongs, behind a key's prefix too: `SG.your_sendgrid_key`, `0xYOUR_PRIVATE_KEY`. */
export const YOUR_SECRET = new RegExp(
  `(?:^|[-_.]|\\b0x|\\\\n|\\n)your[-_ ](?:[a-z0-9]{1,20}[-_ ]){0,5}(?:${SECRET_NOUN})(?:[-_ ]|$|\\\\n|\\n)`,
  "i",
);

/** The same of what only the whole of a value is called: `your-github-pat`, `your_certificate_here`. */
export const YOUR_CREDENTIAL =
  /^your[-_ ](?:[a-z0-9]{1,20}[-_ ]){0,5}(?:pats?|cert(?:ificate)?s?|pwd?|pin|passcode|seed|mnemonic|hash|signature|licen[cs]e|jwt|bearer|auth|sk|signing[-_ ]string)(?:[-_ ]here)?$/i;

/** How a secret is made, written instead of it. */
export const HOW_TO_MAKE = /openssl[-_ ]rand/i;

/**
 * Values of public documentation: AWS's own keys end so; express-session's readme, Sentry's pages and Telegram's on its bots
 * have the others.
 */
export const PUBLISHED =
  /^(?:[\w/+]{9,}EXAMPLE(?:KEY)?|keyboard cat|example[A-Z]\w*Key|110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw|4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qc)$/;

/** What nothing draws by chance: one character again and again, or the digits in their order. */
export const NO_CHANCE = /^(?:(\w)\1{11,}|(?:0123456789abcdef){1,8}|(?:1234567890|0123456789){1,8}\d{2,9})$/i;

/** The same within a text that has more: `123456789012-your-account`. */
export const WITH_YOUR_THING = new RegExp(`(?:^|[-_ ])your[-_ ](?:${NOUN})(?:$|[-_ ])`, "i");

/** What asks to change it, also with when or by what: `CHANGE_ME_IN_PRODUCTION`, `replace-with-real-key`. */
export const TO_CHANGE =
  /(?:^|[-_ !])(?:change[-_ ]?(?:me|it|this)|set[-_ ]?me|replace[-_ ]?(?:me|this|with)|fill[-_ ]?(?:me[-_ ]?)?in|insert[-_ ]|to[-_ ]?be[-_ ]?modified|to[-_ ]be[-_ ](?:set|defined|done|filled|replaced|changed))(?=$|[-_ !.]|\d|[A-Z])/i;

/** The notes of programmers, in capitals or alone: `todo-list-2024` is a passphrase. */
export const TO_DO = /(?:^|[-_ !])(?:FIXME|TODO|TBD)(?=$|[-_ !.:]|\d)|^(?:fixme|todo|tbd)[-_!.:]*$/;

/** Words that are no secret by themselves: all of the value, and nothing else. */
export const NO_VALUE =
  /^(?:x{3,}|dummy|missing|placeholder|example|sample|test|none|null|undefined|nil|n\/a|secret|password|token|[.*?-]+|[.*]{3,}|abc123\.{3})$/i;

/** The same in the languages of templates that people translate, in either order: `TWOJE_HASLO`, `senha_aqui`. */
const OWN =
  "dein|deine|ihr|ihre|euer|votre|ton|vos|tu|su|tua|tuo|seu|sua|jouw|uw|twoje|twoj|moje|vash|vase|tvoje|ditt|din|parola_ta|sizin|anda";
const SECRET_ELSEWHERE =
  "passwor[td]|passwort|schl(?:ue|ü)ssel|geheimnis|mot[-_ ]de[-_ ]passe|mdp|cl(?:e|é|ef)|contrase(?:n|ñ)a|contrasena|clave|chiave|senha|chave|wachtwoord|sleutel|has[lł]o|klucz|parol|parola|heslo|l(?:o|ö)senord|adgangskode|passord|salasana|jelsz(?:o|ó)|[sş]ifre(?:niz)?|kata[-_ ]sandi|mat[-_ ]khau|token";
const HERE = "aqui|aquí|ici|hier|tutaj|qui|burada|disini|zde|här";
export const TRANSLATED = new RegExp(
  `^(?:(?:${OWN})[-_ ](?:\\w+[-_ ])*(?:${SECRET_ELSEWHERE}|secreto?)(?:[-_ ](?:${HERE}))?|(?:${SECRET_ELSEWHERE})[-_ ](?:${OWN}|${HERE})|(?:ваш|твой|мой)[-_ ]?(?:пароль|ключ|токен)|你的(?:密码|密钥)|您的(?:密码|密钥)|パスワード|비밀번호)$`,
  "i",
);
