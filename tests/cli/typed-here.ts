import type { Command } from "commander";

/** What a command printed, and the code with which its process would end. */
export interface Answer {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const camelCase = (name: string): string =>
  name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A command as its module makes it, in a folder of its own or in one file. */
export function commandOf(name: string): Command {
  const file = name === "engine" ? "engine" : `${name}/command`;
  return (require(`../../cli/${file}`) as Readonly<Record<string, () => Command>>)[
    `${camelCase(name)}Command`
  ]?.() as Command;
}

/**
 * A command as it is typed in a folder, run in this process: its start takes longer than most of what is typed.
 * A usage error is thrown. Tests of the process itself start `bin/portcullis.js`.
 */
export async function typedIn(folder: string, name: string, ...words: readonly string[]): Promise<Answer> {
  const before = { folder: process.cwd(), code: process.exitCode };
  const printed = { stdout: "", stderr: "" };
  const streams = ["stdout", "stderr"] as const;
  const writes = streams.map((stream) => process[stream].write);
  for (const stream of streams)
    process[stream].write = ((text: string | Uint8Array) => {
      printed[stream] += String(text);
      return true;
    }) as typeof process.stdout.write;
  process.exitCode = undefined;
  process.chdir(folder);
  try {
    await commandOf(name)
      .exitOverride()
      .parseAsync([...words], { from: "user" });
    return { status: Number(process.exitCode ?? 0), ...printed };
  } finally {
    process.chdir(before.folder);
    process.exitCode = before.code;
    for (const [at, stream] of streams.entries()) process[stream].write = writes[at] ?? process[stream].write;
  }
}
