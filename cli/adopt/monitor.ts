import { readFileSync } from "node:fs";
import path from "node:path";
import { Document, type Scalar, type YAMLMap } from "yaml";
import type { StackDraft } from "../../audit";
import { packageFolder } from "../../engine";
import type { Checkout } from "./checkout";
import { inertYaml } from "./inert-yaml";
import type { NextCommand } from "./next-commands";
import { setCommand } from "./next-commands";
import { SCHEMA_LINE } from "./stack-document";
import { scalar } from "./workflow";

/** Where a monitor runs by a schedule. */
export const MONITORS = ["github", "render"] as const;
export type MonitorPlace = (typeof MONITORS)[number];

export const MONITOR_WORKFLOW = ".github/workflows/monitor.yaml";
/** The stack of a monitor that runs at Render. */
export const MONITOR_STACK = "monitor";

interface Monitored {
  /** The stack whose services are asked. */
  readonly stack: string;
  /** The folder of Pulumi.yaml, from the checkout's own; `.` for that itself. */
  readonly folder: string;
}

const commandFor = (stack: string): string => `npx portcullis monitor -s ${stack} --times 5 --every 2m`;

/** The package's workflow that monitors a stack, with the repository's own names. */
export function monitorWorkflow({ stack, folder }: Monitored): string {
  const template = readFileSync(path.join(packageFolder(), "templates/monitor.yaml"), "utf8");
  // By functions: a `$` in a name would be one of the replacement's own signs.
  return template
    .replace("deploy of `production`", () => `deploy of \`${stack}\``)
    .replace("`infra` is", () => `\`${folder}\` is`)
    .replace(`- run: ${commandFor("production")}`, () => `- run: ${commandFor(stack)}`)
    .replaceAll(": infra\n", () => `: ${scalar(folder)}\n`);
}

/** What the state's backend needs, and Render's API where the monitored stack has no key of its own. */
const SECRETS: readonly (readonly [name: string, note: string])[] = [
  [
    "PULUMI_BACKEND_URL",
    "where the state is, such as s3://… or postgres://…; a local folder cannot be reached",
  ],
  ["PULUMI_CONFIG_PASSPHRASE", "the monitored stack's"],
  ["RENDER_API_KEY", "as the monitored stack has it"],
];

/** A stack file of a cron job at Render that monitors a stack. */
export function monitorStack(
  { stack, folder }: Monitored,
  { repository, branch = "main" }: Pick<Checkout, "repository" | "branch">,
  { name, region }: { readonly name: string; readonly region: string },
): string {
  const document = new Document({ config: {} });
  document.commentBefore = `${SCHEMA_LINE}\n Written by \`portcullis adopt --monitor render\`: a cron job that asks ${stack} what its verification asked.`;
  const service = document.createNode({
    ...{ type: "cron", name: `${name}-monitor`, schedule: "*/15 * * * *" },
    ...(repository !== undefined && { repository }),
    ...{ branch, ...(folder !== "." && { rootDirectory: folder }), runtime: "node", region },
    ...{ build: "npm ci", start: commandFor(stack), secrets: SECRETS.map(([variable]) => variable) },
    verify: { run: false },
  }) as unknown as YAMLMap;
  const key = service.items.find((pair) => (pair.key as Scalar).value === "verify")?.key as Scalar;
  key.commentBefore =
    " Its first run is the schedule's: what it says of the other stack is no fault of this deploy.";
  (document.get("config") as YAMLMap).add(document.createPair("portcullis:service", service));
  return inertYaml(document);
}

/** The commands that set the secrets of a monitor at Render, and deploy it. */
export function monitorCommands(): readonly NextCommand[] {
  return [
    { command: `pulumi stack init ${MONITOR_STACK}`, note: "" },
    ...SECRETS.map(([variable, note]) => {
      const key = `portcullis:service.environment.${variable}`;
      return { command: setCommand(MONITOR_STACK, { key, path: true }), note };
    }),
    {
      command: `pulumi up -s ${MONITOR_STACK} --policy-pack policy`,
      note: "after `npm install` and a commit of package-lock.json",
    },
  ];
}

/** The region of a stack's first service, which is near to what is asked. */
export function regionOf({ services }: StackDraft): string {
  const region = services.flatMap(({ fields }) => fields).find(({ key }) => key === "region")?.value;
  return typeof region === "string" ? region : "oregon";
}
