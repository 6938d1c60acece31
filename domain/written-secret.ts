import { isForBrowsers } from "./browser-variable";
import { looksLikeConnectionUrl, parseConnectionUrl } from "./connection-url";
import type { Subject } from "./fact";
import type { Knowable } from "./knowable";
import type { Place } from "./place";
import { passwordPlaceholder, placeholderIn } from "./placeholder";
import { isLoopback } from "./start-command";

/** A name with the value that a file gives it: an environment variable or a build argument. */
export interface Assigned extends Subject {
  readonly place: Place;
  readonly name: string;
  readonly value: Knowable<string>;
  readonly secret: boolean;
}

/** Words that people write where no secret is needed: on their own machine, in a test, while an image is built. */
const DUMMY =
  /^(?:postgres(?:ql)?|root|admin|user|guest|pass(?:word|wd)?\d*|secrets?|secret-?key|tests?|testing|dev(?:elopment)?|local|dummy|fake|mock|none|null|build|unused|insecure|not-?(?:a-?)?(?:real|secret|used)\b.*|(?:test|dev|local|dummy|fake|build)[-_].*)$/i;

/** A phrase of plain words that says itself what it is not, such as Fly's `non-secret-key-for-building-purposes`. */
const DUMMY_PHRASE =
  /^(?=(?:.*[-_ ])?(?:non|not|fake|dummy|build|building|tests?|testing|insecure|unsafe|unused|ignored|temporary)(?:[-_ ]|$))[a-z]+(?:[-_ ][a-z]+){2,}$/i;

/** Names by which a value says itself that it opens nothing. */
const DUMMY_NAME = /^(?:DEMO|TEST|EXAMPLE|SAMPLE|FAKE|DUMMY|MOCK)_/i;

/** Switches, short numbers, paths and references are settings, whatever their variable is called. */
const SETTING = /^(?:true|false|yes|no|on|off|\d{1,8}|\.{0,2}\/.*|\$.*|.*\$\{.*)$/is;

/** `user:password@host` of a URL of any kind. */
const WITH_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/([^/\s:@]*):([^/\s]+)@([^/\s:?#]*)/i;

/**
 * The secret in an assigned value: the password of a URL, or the whole value where its name is a
 * secret's. Undefined for placeholders, dummies, settings and what is unknown. Never print what it answers.
 */
export function writtenSecret({ name, value, secret }: Assigned): string | undefined {
  if (!value.known || DUMMY_NAME.test(name)) return undefined;
  const text = value.value.trim();
  const candidate = passwordOf(text) ?? (secret && !/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : undefined);
  if (candidate === undefined || candidate.length < 6) return undefined;
  if ([SETTING, DUMMY, DUMMY_PHRASE].some((form) => form.test(candidate))) return undefined;
  const isPlaceholder =
    candidate === text
      ? placeholderIn(candidate, name) !== undefined
      : passwordPlaceholder(candidate) !== undefined;
  return isPlaceholder ? undefined : candidate;
}

/** Whether a password is a word that people write where none is needed, or a placeholder. */
export function opensNothing(password: string): boolean {
  const isDummy = [SETTING, DUMMY, DUMMY_PHRASE].some((form) => form.test(password));
  return isDummy || passwordPlaceholder(password) !== undefined;
}

/** `user:password@host` with all that is before the last `@`. */
const TO_THE_LAST_AT = /^[a-z][a-z0-9+.-]*:\/\/([^/\s:@]*):(\S+)@([\w.-]+)(?::\d+)?(?:[/?#][^@\s]*)?$/i;

/** A password with a raw `@` in it: what is behind the first one is no host, as another follows, or a `/` at once. */
function withRawAt(text: string): readonly [user: string, password: string, host: string] | undefined {
  const [, user = "", password = "", host = ""] = TO_THE_LAST_AT.exec(text) ?? [];
  const [, behind] = /@(.*)$/.exec(password) ?? [];
  const isRaw = behind !== undefined && (/^[^/?#]*$/.test(behind) || /^[/?#]/.test(behind));
  return isRaw ? [user, password, host] : undefined;
}

/** A database on the same machine, or one whose user is its password, is a developer's. */
function passwordOf(text: string): string | undefined {
  const [owner, raw, at = ""] = withRawAt(text) ?? [];
  if (raw !== undefined) return isLoopback(at) || raw === owner ? undefined : raw;
  if (looksLikeConnectionUrl(text)) {
    const url = parseConnectionUrl(text)?.url;
    if (url?.password === undefined || url.password === "") return undefined;
    return isLoopback(url.host) || url.password === url.user ? undefined : url.password;
  }
  const [, user = "", password, host = ""] = WITH_PASSWORD.exec(text) ?? [];
  return password === undefined || isLoopback(host) || password === user ? undefined : password;
}

/** Whether a secret was generated, unlike the typed ones of a developer's own database. */
export function isGenerated(secret: string): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/].filter((kind) => kind.test(secret)).length;
  return secret.length >= 20 && kinds >= 2 && entropy(secret) >= 3.3;
}

/**
 * Whether a value has the look of a generated secret, whatever its name is: a piece of 16 characters or more in which
 * letters and digits alternate. Models, dates, hosts and UUIDs are made of shorter pieces. Asked for what is only to be
 * typed and not written: of a doubtful value it says yes.
 */
export function looksGenerated({ name, value }: Assigned): boolean {
  if (!value.known || isForBrowsers(name.toUpperCase())) return false;
  const text = value.value.trim();
  if (!/^[\w+/=.~:-]+$/.test(text) || SETTING.test(text) || text.includes("://")) return false;
  return text.split(/[-_.:~]/).some((piece) => {
    const changes = piece.match(/\d(?=[a-z])|[a-z](?=\d)/gi) ?? [];
    return piece.length >= 16 && changes.length >= 4 && entropy(piece) >= 3.3;
  });
}

/** Shannon's, in bits for each character: about 3.7 for hexadecimal digits, 2 to 3 for a word. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((bits, count) => {
    const share = count / text.length;
    return bits - share * Math.log2(share);
  }, 0);
}
