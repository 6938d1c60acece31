import { type Fact, factsOf } from "./fact";

/** Programs that listen on the service's own machine and lead to a database or another store elsewhere. */
const FORWARDER =
  /\b(?:cloud[-_]sql[-_]proxy|pgbouncer|pgcat|odyssey|haproxy|stunnel4?|cloudflared|tailscaled?|autossh|chisel|socat)\b|\bssh\b[^|;&]* -\w*L\b/;

/** The first of them that a start command names. */
export function forwarderIn(facts: readonly Fact[]): string | undefined {
  for (const { command } of factsOf(facts, "start-command")) {
    const found = command.known ? FORWARDER.exec(command.value)?.[0] : undefined;
    if (found !== undefined) return found.split(/\s/)[0];
  }
  return undefined;
}
