import type { Details } from "../../../../rehearsal/render/store";
import { messages, pidsIn, type Rehearsed, until } from "./rehearsed";

const FOREVER = "echo pid $$; exec sleep 600";

/** A deploy that stays where it is; what runs then says its process. */
export const STAGES: Readonly<Record<string, Partial<Details>>> = {
  build: { buildCommand: FOREVER },
  "pre-deploy command": { preDeployCommand: FOREVER },
  start: { startCommand: FOREVER },
  "live service": {
    startCommand: "echo pid $$; exec node server.js 0.0.0.0 $PORT",
    maxShutdownDelaySeconds: 1,
  },
};

export interface Begun {
  readonly pids: readonly number[];
  readonly folders: readonly string[];
  readonly port: number;
}

/** Brings a service into each stage at once. */
export async function begunStages(rehearsed: Rehearsed): Promise<Begun> {
  const services = await Promise.all(
    Object.entries(STAGES).map(async ([stage, details]) => {
      const service = await rehearsed.service(
        { maxShutdownDelaySeconds: 1, ...details },
        stage.replace(/\W/g, "-"),
      );
      // Only the live one takes the port that the test looks at.
      if (stage !== "live service") service.variables.set("PORT", "1");
      rehearsed.deployments.start(service, "api");
      return service;
    }),
  );
  const pids = await Promise.all(services.map((service) => until(() => pidsIn(messages(service))[0])));
  await until(() => services.at(-1)?.deploys[0]?.status === "live");
  const folders = services.flatMap(({ deploys }) => deploys[0]?.folder ?? []);
  return { pids, folders, port: rehearsed.port };
}
