import { stat } from "node:fs/promises";
import path from "node:path";
import type { PreparedDeploy } from "../context";
import { commandFolder } from "../environment/command-folder";
import type { Ingress } from "../instances/ingress";
import type { KeptRunning } from "../kept-running";
import { answerFrom } from "./page-server";

const NO_SITE = { closed: "No deploy of this site is live." } as const;

/** The folder of a built site. @throws Error where the build has not made it */
export async function publishFolder(prepared: PreparedDeploy): Promise<string> {
  const { publishPath } = prepared.snapshot.details;
  const root = commandFolder(prepared);
  const folder = path.resolve(root, publishPath);
  const inside = folder === prepared.folder || folder.startsWith(prepared.folder + path.sep);
  if (inside && (await stat(folder).catch(() => undefined))?.isDirectory()) return folder;
  throw new Error(`Publish directory ${publishPath} does not exist!`);
}

/** A live site: its files, answered by its ingress. A change of its headers or routes counts at once. */
export class StaticPages implements KeptRunning {
  readonly instance = undefined;

  constructor(
    private readonly ingress: Ingress,
    readonly prepared: PreparedDeploy,
    folder: string,
  ) {
    const { service } = prepared;
    ingress.route({
      pages: answerFrom(folder, () => ({ headers: service.headers, routes: service.routes })),
    });
  }

  stop(): Promise<void> {
    this.ingress.route(NO_SITE);
    return Promise.resolve();
  }
}
