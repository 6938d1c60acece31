import { isPasted } from "./placeholder-requests";
import { isSampleSecret } from "./placeholder-samples";
import { isTranslatedName, isTranslatedRequest } from "./placeholder-translations";
import {
  HOW_TO_MAKE,
  NO_CHANCE,
  NO_VALUE,
  ONLY_WORDS,
  PUBLISHED,
  TO_CHANGE,
  TO_DO,
  TRANSLATED,
  YOUR_CREDENTIAL,
  YOUR_SECRET,
  YOUR_THING,
} from "./placeholder-words";
import { PRIVATE_KEY_HEAD } from "./private-key";

/**
 * A template's words for values that are to be filled in. A placeholder is made of these words, so it can be
 * printed; a passphrase such as `your-horse-battery` has none of them and is left alone.
 */
const NOUN =
  "(?:pass(?:word|wd|phrase)?|secret|token|key|api|project|ref(?:erence)?|host(?:name)?|user(?:name)?|db|database|" +
  "url|uri|id|name|region|account|bucket|email|domain|org|organi[sz]ation|team|tenant|app|staging|production|" +
  "prod|supabase|openai|stripe|jwt|port|value|server|endpoint|workspace|environment|connection|string|here)";

/** Nouns that mean a missing value even alone; `<app>` and `<server>` are sound tags of a log. */
const ALONE =
  /^(?:password|passwd|secret|token|key|ref|host|hostname|user|username|database|db|url|region|project|port|bucket|email|domain)$/i;

const WORDS = /^[a-z0-9]+(?:[-_ ][a-z0-9]+)*$/i;
const WITH_NOUN = new RegExp(`[-_ ]${NOUN}(?:$|[-_ ])|^${NOUN}[-_ ]`, "i");
const DOCUMENTED = /^(?:your[-_ ].*|project-ref|(?:aws-)?region|db-(?:password|user|name))$/i;

export type Shape = (piece: string) => boolean;

const names = (text: string) => WORDS.test(text) && (ALONE.test(text) || WITH_NOUN.test(text));

/** Marks of a template, which mean a missing value where a whole piece consists of one. */
export const MARKS: readonly Shape[] = [
  // `<br>` and `<%(levelname)s>` name nothing to fill in.
  (piece) => /^<.*>$/.test(piece) && names(piece.slice(1, -1)),
  (piece) => /^\[.*\]$/.test(piece) && WORDS.test(piece.slice(1, -1)) && DOCUMENTED.test(piece.slice(1, -1)),
  (piece) => /^\{\{-?\s*[\w.$ -]{1,60}\}\}$/.test(piece) || /^\$\{[A-Za-z_]\w*\}$/.test(piece),
  (piece) => /^x{4,}$/i.test(piece) || /^\{your[A-Z]\w*\}$/.test(piece),
];

/** Words that mean a missing value; each shape tests a whole piece, never a part of it. */
export const PHRASES: readonly Shape[] = [
  (piece) => /^(?:your|insert|enter)[-_ ]/i.test(piece) && WORDS.test(piece) && WITH_NOUN.test(piece),
  (piece) => /^(?:change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|this))[-_!.]*\d*$/i.test(piece),
];

/** Words that mean a missing value only where they are all of it: `example` is a part of example.com. */
export const WHOLE: readonly Shape[] = [
  (piece) => /^(?:example|placeholder)$/i.test(piece) || /^(?:TODO|TBD|FIXME)$/.test(piece),
];

/** `<paste your key here>`: no markup has an element of such a name with words behind it. */
const REQUEST =
  /^<(?:paste|insert|enter|put|copy|fill|replace|contents? of|your)[-_ ][A-Za-z][\w ./:,'’()@#-]*>$/i;

/** What can be nothing but a placeholder, whatever the variable is called. */
export const CERTAIN: readonly Shape[] = [
  (piece) => /^change[-_ ]?me[-_!.]*\d*$/i.test(piece),
  (piece) => REQUEST.test(piece),
  (piece) => /^(?:<your[-_ ][\w -]+>|\[your[-_ ][\w -]+\])$/i.test(piece),
  (piece) => /^your[-_ ](?:api[-_ ]?key|secret(?:[-_ ]key)?|password|token)(?:[-_ ]here)?$/i.test(piece),
];

/** Marks of a template around or instead of a secret. */
export const SECRET_MARKS: readonly Shape[] = [
  ...MARKS,
  (piece) => /^<[\w .-]+>$|^\[[\w .-]+\]$/.test(piece),
  // `<contents of config/master.key>`: words with spaces between, of which one may be a path.
  (piece) => /^<[A-Za-z][\w'’-]* [\w ./:,'’()@#-]+>$/.test(piece),
  (piece) => /^\{[A-Z][A-Z0-9_ ]*\}$|^\{[a-z][a-z0-9]*(?:_[a-z0-9]+)+\}$/.test(piece),
  (piece) => /^(?:__[A-Z][A-Z0-9_]*__|%[A-Z][A-Z0-9_]*%|\$[A-Z][A-Z0-9_]*)$/.test(piece),
];

/** A part that is left out: `sk-...`, `ghp_****`, `eyJhbGci???.eyJpc3M???`. */
const MASKED = /^[\w-]{0,20}(?:\.{3}|…|[•*·]{3,})$|\?{3,}/;
/** The same in the middle, as pages show a key that is there: `sk_live_****4242`; a password may have dots of its own. */
const MASKED_WITHIN =
  /^(?:(?:sk|pk|rk|whsec|gh[opsu]|github_pat|gsk|xox[abp]|re|sb|sbp|hf)[-_][\w-]{0,16}|AKIA\w{0,8}|SG\.\w{0,6}|eyJ\w{0,12})(?:\.{3}|…|[•*·]{4,})\w{2,6}$/;

/**
 * A private key in which something else is in place of the base64 text: three dots have no place in it, nor has the
 * end of a block right behind its beginning (RFC 7468).
 */
const EMPTY_KEY = new RegExp(
  String.raw`${PRIVATE_KEY_HEAD}(?:\s|\\[nr])*(?:(?:[^-]*(?:\.{3}|…)[^-]*)|[xX*•]{3,}(?:\s|\\[nr])*|<[^>]*>(?:\s|\\[nr])*|your[-_ ][\w -]*?(?:\s|\\[nr])*)?-----END `,
);

/** What replaces a secret wherever one belongs. */
const FOR_A_SECRET: readonly Shape[] = [
  ...SECRET_MARKS,
  ...CERTAIN,
  (piece) => TRANSLATED.test(piece) || TO_CHANGE.test(piece) || TO_DO.test(piece) || YOUR_SECRET.test(piece),
  (piece) => YOUR_CREDENTIAL.test(piece),
  (piece) => isTranslatedRequest(piece) || EMPTY_KEY.test(piece) || isPasted(piece) || isSampleSecret(piece),
  (piece) => HOW_TO_MAKE.test(piece) || PUBLISHED.test(piece) || MASKED.test(piece),
  (piece) => MASKED_WITHIN.test(piece),
];

/** Where a URL has its password, which may be a weak one: what is no word of a person's own choice. */
export const IN_URL: readonly Shape[] = [
  ...FOR_A_SECRET,
  ...PHRASES,
  ...WHOLE,
  (piece) => YOUR_THING.test(piece),
];

/** Where a variable's name says that it holds a secret. */
export const IN_SECRET: readonly Shape[] = [
  ...FOR_A_SECRET,
  (piece) => NO_VALUE.test(piece) || NO_CHANCE.test(piece),
  (piece) => piece.length < 60 && (ONLY_WORDS.test(piece) || isTranslatedName(piece)),
  // `xxxx-xxxx-xxxx`, and a key of which the prefix alone is real: `sk_live_xxxxxxxx`, `ACxxxxxxxx`.
  (piece) => /^(?:[A-Za-z]{2,8}[-_]?)*x{3,}(?:-x{3,})*$/i.test(piece),
  (piece) => /^(?:[a-z]{2,6}[-_]){1,3}your[-_]\w+$/i.test(piece),
];
