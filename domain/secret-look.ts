/** Words with a digit that are names of algorithms, encodings, protocols and products. */
const TECHNICAL =
  /^(?:(?:hs|rs|es|ps)\d{3}|sha-?\d+\w*|hmac-?sha-?\d+|md\d|utf-?\d+|base\d+(?:[-_]?\w+)?|oauth\d?|x-?509\w*|aes-?\d+\S*|argon2\w*|pbkdf2\S*|bcrypt\w*|rsa-?\d*\S*|ed\d+|p-?\d{3}|secp\w+|curve\d+|ipv\d|http\/?\d\S*|tls\S*|pkcs\S*|python\S*|node\d*|postgres\S*|mysql\d*|redis\d*|scram\S*|s3[an]?|k8s|ec2|web3|auth0|argon2\S*|v\d+\S*)$/i;

/** Whether a word is the name of an algorithm, an encoding, a protocol or a product. */
export const isTechnical = (word: string): boolean => TECHNICAL.test(word);

/** A number, a date, a version, a duration, an amount: `2026-11-30T08:00:00Z`, `3.14.1-rc2`, `2h3m4s`, `128-bit`, `42ms`. */
const MEASURE =
  /^(?:\d{1,5}|\d+(?:[.:,/-]\d+)+(?:[T_-]?[\d:.]*(?:Z|[+-]\d\d:?\d\d)?|[-.]?(?:rc|alpha|beta|dev|a|b|post)\.?\d*)|(?:\d+(?:\.\d+)?[a-zµ]{1,2})+|\d+-?[a-z]+|0x\d{1,8})$/i;

/** Names of a program: of a variable, of a member, of a call, of a file. */
const NAME_OF_PROGRAM = [
  /^(?:Any|Boolean|Int|Long|String)\?$/,
  /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/,
  /^[A-Za-z_$]+(?:(?:\.|::|->|\?\.)[A-Za-z_$]+)+[!?]?(?:\(\S*)?$/,
  /^[A-Za-z_][\w.]*\(/,
  /^[\w./-]+:\d+(?::\d+)?$/,
  /^[\w.-]+\.(?:[a-z]{2,4}|json|jsonc|config|properties|example|local)$/,
];

/** A person's or a host's address, a path, a reference, a placeholder, markup. */
const ADDRESS =
  /^(?:[a-z][a-z\d+.-]*:\/\/|arn:|\.{0,2}\/|~\/|[$<{[(%@#-]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+$|(?:[\w-]+\.)+(?:com|org|net|io|dev|app|local|internal|co)(?:[:/]|$))/i;

/** Letters with a short number behind them, as a thing's name has it: `identifier2`, `app-secrets-v2`. */
const NUMBERED = /^[A-Za-z]+(?:[-_.][A-Za-z]+)*(?:[-_.]?v?\d{0,2}|-v?\d+(?:\.\d+)+(?:-\d+)?)$/;

/** A word of letters alone in which their size changes at every second or third letter is drawn, and no name. */
const isDrawn = (letters: string): boolean =>
  letters.length >= 12 &&
  (letters.match(/[a-z](?=[A-Z])|[A-Z](?=[a-z])/g) ?? []).length / letters.length > 0.35;

/** A word without the marks that a sentence puts behind it, and the brackets that a program prints around it. */
const bareWord = (word: string): string => word.replace(/(?:[)\]}>,.;:*_]|…)+$/, "");

/**
 * Whether a word in prose, behind the noun of a secret, is one by what it is made of: letters and digits in turn, or
 * signs among them. No word of a language, no name and no measure is.
 *
 * @param isTyped whether a person may have chosen it: `hunter2` is a password, and a token's name
 */
export function looksSecret(word: string, isTyped = false): boolean {
  const text = bareWord(word);
  if (text.length < 6 || text.includes("://") || /^\*+$|\*{3}/.test(text)) return false;
  if (/^\d{6,}$/.test(text)) return true;
  if (TECHNICAL.test(text) || MEASURE.test(text) || ADDRESS.test(text)) return false;
  if (NAME_OF_PROGRAM.some((form) => form.test(text))) return false;
  if (/^[A-Za-z'’_-]+$/.test(text)) return isDrawn(text);
  if (text.includes("/") && !/[+=]/.test(text))
    return text.split("/").some((part) => /\D/.test(part) && looksSecret(part, isTyped));
  if (NUMBERED.test(text)) return isTyped && /^[A-Za-z]+\d+$/.test(text);
  return /\d/.test(text) ? /[A-Za-z]/.test(text) : /[A-Za-z].*[!@#$%^&*+=?~]/.test(text);
}

/** Whether a text with no blank is base64, or 32 bytes and more in hexadecimal digits: sizes and digits change all along. */
export function isEncodedKey(text: string): boolean {
  if (/^(?:[0-9a-f]{64,}|[0-9A-F]{64,})$/.test(text)) return true;
  if (/^(?:sha\d+|md5)-/.test(text)) return false;
  const bare = text.replace(/=+$/, "");
  if (!/\d/.test(bare) || !/[a-z]/.test(bare) || !/[A-Z]/.test(bare)) return false;
  const changes = bare.match(/[a-z](?=[^a-z])|[A-Z](?=[^A-Z])|\d(?=\D)/g) ?? [];
  return changes.length / bare.length > 0.3;
}
