import { createServer } from "node:net";
import { CommandError } from "../exit-code";
import type { StackFile } from "../stacks/stack-file";
import { writtenServices } from "../stacks/written-services";

/**
 * A rehearsed service binds the port its stack declares, on this machine.
 *
 * @throws CommandError naming every port that another process has, with the stacks that need it
 */
export async function assertPortsFree(files: readonly StackFile[]): Promise<void> {
  const stacks = new Map<number, string[]>();
  for (const file of files) {
    for (const { port } of writtenServices(file.config)) {
      if (typeof port === "number") stacks.set(port, [...(stacks.get(port) ?? []), file.stack]);
    }
  }
  const taken: string[] = [];
  for (const [port, names] of stacks) {
    if (await isTaken(port)) taken.push(`port ${port}, which the service of ${names.join(", ")} binds`);
  }
  if (taken.length === 0) return;
  throw new CommandError(
    `another process on this machine has ${taken.join(", and ")}. ` +
      "End that process (`ss -ltnp` lists who listens), then try again.",
  );
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(true);
      // This user may not bind a port below 1024: the service's own failure says so.
      else if (error.code === "EACCES" || error.code === "ERR_SOCKET_BAD_PORT") resolve(false);
      else reject(error);
    });
    server.listen({ port, host: "0.0.0.0" }, () => server.close(() => resolve(false)));
  });
}
