import { GOES_ON } from "./no-secret";
import { IN_QUOTES, isQuotedSecret, where } from "./prose-parts";
import { looksSecret } from "./secret-look";
import { namesSecret } from "./secret-name";
import { isNoValue, keeping, type SecretShape } from "./secret-shape";
import { isState } from "./status-words";

const isWord = (value: string): boolean => isNoValue(value, "") || isState(value) || GOES_ON.test(value);

/** What goes on behind Redis' command without its value. */
const OF_AUTH =
  /^(?:command|request|attempt|check|token|credentials?|method|mechanism|provider|server|service|flow|user|[A-Z][A-Z\d-]+)$/;

/** Secrets of which their place alone says so: in broken URLs, in refused logins, in files of variables. */
export const AT_PLACES: readonly SecretShape[] = [
  where(
    new RegExp(`(\\binvalid[ \\t]port(?:[ \\t]number)?:[ \\t])${IN_QUOTES}`, "gi"),
    (value) => value.includes("@") || looksSecret(value.slice(1, -1), true),
  ),
  // A password and a host, where the scheme and the user are left out.
  keeping(
    /(\b[A-Z][A-Z\d_]{0,60}_(?:URL|URI|DSN)=["']?)((?!git@|mailto:)[^\s"'`@/$<{*]{3,500})(@[\w.-]+(?=[:/\s"']|$))/g,
  ),
  keeping(/(\bjdbc:oracle:\w{1,10}:[^\s/@:"']{1,100}\/)([^\s@"']{1,500})(@)/gi),
  where(
    new RegExp(
      `(\\bcredentials?[ \\t]{0,2}[:=]?[ \\t]?[([][ \\t]?(?:"[^"\\n]{1,100}"|'[^'\\n]{1,100}'),[ \\t]?)${IN_QUOTES}`,
      "gi",
    ),
    isQuotedSecret,
  ),
  keeping(/(\bcredentials?[ \t](?:for|of)[ \t]["'`][\w.@-]{1,60}:)([^\s"'`]{1,500})(["'`])/gi),
  where(
    /(\bAUTH[ \t](?:default[ \t])?)([^\s"'`<]{3,500})(?=[ \t](?:failed|refused|denied|rejected|is wrong|is invalid)\b)/g,
    (value) => !OF_AUTH.test(value) && !isWord(value),
  ),
  where(
    /(\b(?:requirepass|masterauth)[ \t]{1,9})([^\s"'`]{3,500})(?=[ \t]*(?:\r?$|["'`,]))/gm,
    (value) => !isWord(value),
  ),
  where(/(\b(?:requirepass|masterauth)[ \t]{1,9})([^\s"'`]{3,500})/g, (value) => looksSecret(value, true)),
  // A shell that reads a file of variables, and takes a value for a command.
  keeping(
    /((?:^|[\s/"'`])\.env[\w.-]{0,30}: (?:line )?\d{1,5}: )([^\s:]{1,500})(: (?:(?:command )?not found|No such file or directory))/gm,
  ),
  keeping(/((?:^|[\s/"'`])\.env[\w.-]{0,30}:\d{1,5}: command not found: )(\S{1,500})()/gm),
  // A name of a variable has capitals.
  where(
    /(\bexport: [`'])([^\s`'=]{3,500})(?=': not a valid identifier)/g,
    (value) => !/^[A-Z][A-Z\d_-]*$/.test(value),
  ),
  // A value of several words without quotes: behind `export`, or in a line beside others of variables.
  {
    found:
      /^([ \t]{0,9}(?:export[ \t]+)?([A-Z][A-Z\d_]{1,60})=)([^\s"'`#$(]\S{0,500}(?:[ \t]+[^\s=&|;#<>$(]{1,200}){1,12})(?=[ \t]*\r?$)/gm,
    masked: ({ 0: whole, 1: before = "", 2: name = "", index, input }, mask) =>
      namesSecret(name) &&
      (/export[ \t]/.test(before) || isAmongVariables(input, index, index + whole.length))
        ? `${before}${mask}`
        : whole,
  },
];

const VARIABLE = /^[ \t]*(?:export[ \t]+)?[A-Z][A-Z\d_]{1,60}=/;

/** Whether the line before or behind is a variable's. */
function isAmongVariables(input: string, from: number, to: number): boolean {
  const before =
    input
      .slice(Math.max(0, from - 600), Math.max(0, from - 1))
      .split("\n")
      .at(-1) ?? "";
  const behind = input.slice(to, to + 100).split("\n")[1] ?? "";
  return VARIABLE.test(before) || VARIABLE.test(behind);
}
