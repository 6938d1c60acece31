import { referenceOf } from "./expansion";

/** What a line has set. Undefined: unset. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** In place of every variable that a cleared environment has no more. */
const EVERY_OTHER = "*";

/** Whether the line itself decides what a variable is for a command: it sets or unsets it, or clears them all. */
export function isDecided(variables: Variables, name: string): boolean {
  return name in variables || EVERY_OTHER in variables;
}

/** `NAME=value` before a command. */
export const ASSIGNMENT = /^([A-Za-z_]\w*)=([\s\S]*)$/;

/** What a command gets of the words before it: `NAME=value`, `env -i`, `env -u NAME`, `exec -c`. */
export function environmentBehind(before: readonly string[], outer: Variables): Variables {
  let own: Variables = outer;
  let tool = "";
  for (const [index, word] of before.entries()) {
    const unset = UNSETS.exec(`${before[index - 1] ?? ""}\n${word}`)?.[1];
    if (tool === "env" && unset !== undefined) own = { ...own, [unset]: undefined };
    else if (ASSIGNMENT.test(word)) own = { ...own, ...assignments([word], outer) };
    else if (!word.startsWith("-")) tool = word.split("/").at(-1) ?? "";
    else if (CLEARS[tool]?.test(word) === true) own = { [EVERY_OTHER]: undefined };
  }
  return own;
}

/** Options of a tool with which its command gets nothing of the environment (GNU coreutils: env; bash: exec). */
const CLEARS: Readonly<Record<string, RegExp>> = {
  env: /^(?:-[0iv]*i[0iv]*|-|--ignore-environment)$/,
  exec: /^-[cl]*c[cl]*$/,
};
const UNSETS = /(?:\n(?:-u|--unset=)|^(?:-u|--unset)\n)(\w+)$/;

/** `PORT=$OTHER` has what the line has set OTHER to; where the line has not, it stays a reference to the service's. */
export function assignments(words: readonly string[], outer: Variables): Record<string, string> {
  const found = words.map((word) => ASSIGNMENT.exec(word)).filter((match) => match !== null);
  return Object.fromEntries(
    found.map(([, name = "", value = ""]) => {
      const reference = referenceOf(value);
      if (reference === undefined || !isDecided(outer, reference.variable)) return [name, value];
      return [name, outer[reference.variable] || (reference.fallback ?? "")];
    }),
  );
}

/** The variables whose values a command reads from elsewhere: `read PORT`, `printf -v PORT …`. */
export function readInto([name, ...words]: readonly string[]): readonly string[] {
  if (name === "printf") return words[0] === "-v" ? words.slice(1, 2) : [];
  return name === "read" ? words.filter((word) => /^[A-Za-z_]\w*$/.test(word)) : [];
}
