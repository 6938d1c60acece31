import { isForBrowsers } from "../../domain/browser-variable";
import { looksSecret } from "../../domain/secret-look";
import { namesSecret } from "../../domain/secret-name";

/** A switch or a measure is no secret: `AUTH=disabled`, `JWT=1h`. */
const SETTING = /^(?:|true|false|yes|no|on|off|none|null|enabled|disabled|\d{1,5}[a-z]{0,2})$/i;

/** What no browser is to have, whatever the prefix says; keys and tokens of theirs are public. */
const OF_SERVERS = /SECRET|PASSWOR[DT]|PASSWD|PASSPHRASE|PRIVATE_?KEY|SERVICE_?ROLE|CREDENTIAL/;

/** Digits that a person types; a pin of a board has one or two. */
const CODE = /(?:^|_)(?:PIN|PASSCODE|PIN_?CODE)$/;

/** Names of who logs in, and a value with the password behind the user. */
const LOGIN = /(?:^|_)(?:ADMIN|LOGIN|USER|ACCOUNT|ROOT|OPERATOR|SUPERUSER|BASIC)S?$/;
const WITH_USER = /^([^\s:/,@]+)([:/])(?!\/\/)(\S{4,})$/;

/**
 * Whether a variable's name says that its value is a secret. A password that is a plain word has its name alone to be
 * known by: of a doubtful one the value is typed, not written.
 */
export function isNamedSecret(name: string, value: string): boolean {
  const words = name.toUpperCase();
  const text = value.trim();
  if (CODE.test(words) && /^\d{4,12}$/.test(text)) return true;
  if (SETTING.test(text)) return false;
  if (isForBrowsers(name)) return namesSecret(name) && OF_SERVERS.test(words);
  return namesSecret(name) || (LOGIN.test(words) && hasUserBefore(text));
}

/** `1000:1000` and `node:node` are a user and its group, `accounts/sign-in` is a path. */
function hasUserBefore(text: string): boolean {
  const [, user = "", sign, password = ""] = WITH_USER.exec(text) ?? [];
  if (password === "" || password === user || /^\d{1,5}$/.test(password)) return false;
  return sign === ":" || looksSecret(password, true);
}
