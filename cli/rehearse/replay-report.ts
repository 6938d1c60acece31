import color from "picocolors";
import { fittedTable } from "../fitted-table";
import type { Replay } from "./replay-result";

/** Each replay's story, what the policy pack and the deploy said, and a table of all. */
export function replayReport(replays: readonly Replay[], seconds: number): string {
  const head = ["incident", "preview with the pack", "up without the pack", "as expected"];
  const rows = replays.map(({ incident, gated, deployed, asExpected }) => [
    `${incident.stack}: ${incident.name}`,
    gated.result === "rejected" ? gated.policies.join("\n") : "passes: only a login can show it",
    `${deployed.result}: ${incident.failureMode}`,
    asExpected ? color.green("yes") : color.red("no"),
  ]);
  const stories = replays.map(story);
  return [...stories, fittedTable(head, rows), `replayed in ${seconds.toFixed(1)} s`].join("\n\n");
}

function story({ incident, gated, deployed }: Replay): string {
  const title = color.bold(`${incident.stack}: ${incident.name}`);
  const gate =
    gated.result === "rejected"
      ? `With the policy pack, \`pulumi preview\` rejects it:\n${gated.detail}`
      : "With the policy pack, `pulumi preview` lets it pass: a wrong password cannot be seen before a login.";
  const deploy = `${gated.result === "rejected" ? "Without it" : "Then"}, \`pulumi up\` fails in verification:\n${deployed.detail}`;
  return [title, incident.story, gate, deploy].join("\n\n");
}
