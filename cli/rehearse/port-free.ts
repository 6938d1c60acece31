import { once } from "node:events";
import { createServer } from "node:net";
import { CommandError } from "../exit-code";
import type { StackFile } from "./stack-file";

/**
 * A rehearsed service binds its stack's own port, so that port has to be free on this machine.
 *
 * @throws CommandError naming every stack whose port is taken.
 */
export async function requirePortsFree(files: readonly StackFile[]): Promise<void> {
  const ports = new Map<number, string[]>();
  for (const { stack, config } of files) {
    const port = (config["portcullis:service"] as { port?: unknown } | undefined)?.port;
    if (typeof port === "number" && port > 0 && port < 65_536)
      ports.set(port, [...(ports.get(port) ?? []), stack]);
  }
  const taken: string[] = [];
  for (const [port, stacks] of ports) {
    if (!(await isFree(port))) taken.push(`port ${port} (of ${stacks.join(", ")})`);
  }
  if (taken.length > 0) {
    throw new CommandError(
      `expected ${taken.join(" and ")} to be free on this machine, got a process that listens there. ` +
        "End that process (`lsof -i :PORT` names it), then try again.",
    );
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen({ port, host: "0.0.0.0", exclusive: true });
    await once(server, "listening");
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") return false;
    throw error;
  } finally {
    server.close();
  }
}
