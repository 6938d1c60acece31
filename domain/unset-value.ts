import { placeOfValue } from "./placeholder-place";

/**
 * What programs write where they have no value or put an object into a text: Pulumi's outputs (pulumi.com/docs/iac/concepts/inputs-outputs),
 * JavaScript's, Python's and Go's own words (pkg.go.dev/fmt: format errors).
 */
const OF_PROGRAMS: readonly RegExp[] = [
  /Calling \[(?:toString|toJSON)\] on an \[Output<T>\]/,
  /\[object (?:Object|Promise|Undefined|Null|Function|Array)\]/,
  /<pulumi\.(?:\w+\.)*Output object at 0x[0-9a-f]*>?|<(?:coroutine object|bound method|function) [\w.<>]+(?: at 0x[0-9a-f]+)?/,
  // What follows may be the value itself, and is not among what is found.
  /%![a-z]\((?=[A-Za-z<])|%!\((?:EXTRA|NOVERB|BADINDEX)\b/,
];

/** A word of a language for no value, as all of a value: `None` of Python among them. */
const NOTHING = /^(?:undefined|null|None|nil|NaN)$/;

/** The same as the host or the first label of one, or as a user, and of Java twice where a port was to follow; `null://null` is Symfony's transport to nowhere (symfony.com/doc: mailer). */
const IN_URL =
  /^(?!null:)(?:jdbc:|r2dbc:)?[a-z][a-z0-9+.-]*:\/\/(?:(undefined(?=[.:/?#@]|$)|(?:(?:null){1,3}|NaN)(?=[:/?#@]|$))|[^/?#]*@(undefined|null|NaN|None|nil)(?=[.:/?#]|$))/;
/** The same as a URL's password. */
const AS_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^/?#:@]*:(undefined|null|NaN|None|nil)@/;

/** Laravel's own file of settings has `null` there, which its `env()` takes for none (laravel/laravel: .env.example). */
const OF_LARAVEL =
  /^(?:(?:REDIS|MEMCACHED)_(?:PASSWORD|USERNAME)|(?:MAIL|SESSION|LOG|CACHE|QUEUE|BROADCAST)_(?!HOST)\w+|DB_URL|DB_SOCKET|REDIS_URL|ASSET_URL|AWS_URL|AWS_ENDPOINT)$/;

/** Names of settings that are words or numbers. */
const SETTING = /(?:^|_)(?:PORT|REGION|ENV|ENVIRONMENT|MODE|STAGE|VERSION|NAME|LEVEL)$/;

/** What is in place of a value that was not there when the text was made; undefined where nothing does. */
export function unsetIn(text: string, name: string): string | undefined {
  const value = text.trim();
  for (const form of OF_PROGRAMS) {
    const found = form.exec(value)?.[0];
    if (found !== undefined) return found;
  }
  const inUrl = IN_URL.exec(value)?.slice(1).find(Boolean) ?? AS_PASSWORD.exec(value)?.[1];
  if (inUrl !== undefined) return inUrl;
  if (name === "" || !NOTHING.test(value) || isLaravelsNull(value, name)) return undefined;
  const belongs = placeOfValue(name) === "address" || (value === "undefined" && SETTING.test(name));
  return belongs ? value : undefined;
}

/** Whether it is Laravel's word for none, where Laravel has it. */
export const isLaravelsNull = (value: string, name: string): boolean =>
  value === "null" && OF_LARAVEL.test(name);
