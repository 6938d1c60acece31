import { once } from "node:events";
import { createInterface } from "node:readline/promises";

/** Where a question is asked. */
interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly terminal?: boolean;
  /** What Ctrl-C does: readline reads it as a key, so that no signal comes of it by itself. */
  readonly interrupt: () => void;
}

const OWN: Terminal = {
  input: process.stdin,
  output: process.stderr,
  interrupt: () => void process.kill(process.pid, "SIGINT"),
};

/** Asks whether a stack is to be promoted to. An end of the input, as by Ctrl-D, is no. @throws where `signal` is aborted */
export async function agreed(
  to: string,
  signal: AbortSignal,
  { interrupt, ...streams }: Terminal = OWN,
): Promise<boolean> {
  const asking = createInterface(streams);
  asking.on("SIGINT", interrupt);
  const ended = once(asking, "close").then(() => "");
  const answer = asking.question(`Promote to ${to}? [y/N] `, { signal }).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    return "";
  });
  try {
    return /^y(?:es)?$/i.test((await Promise.race([answer, ended])).trim());
  } finally {
    asking.close();
  }
}
