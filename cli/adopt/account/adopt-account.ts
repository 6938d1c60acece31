import { existsSync } from "node:fs";
import path from "node:path";
import { installedPackages } from "../../../engine";
import { RenderClient } from "../../../render-api";
import { CommandError, EXIT } from "../../exit-code";
import { renderHost } from "../../render-host";
import { asked, renderApiKey } from "../../render-service";
import { engineFor } from "../../stacks/engine-for";
import { ownPulumi } from "../../stacks/own-pulumi";
import { stackFilePath } from "../../stacks/stack-file-name";
import { printJson, printRaw, printReport, progressTo } from "../../terminal-output";
import { checkoutOf } from "../checkout";
import { patchOf } from "../patch";
import { plannedFile, writeFiles } from "../written-files";
import { accountProject, accountStacks, stackFileText } from "./account-files";
import { type AdoptedAccount, accountWords } from "./account-report";
import { accountResources } from "./account-resources";
import { type ImportedStack, importStack } from "./import-stack";
import { plainName } from "./plain-name";

export interface AccountRequest {
  /** The folder of the project. */
  readonly output: string;
  readonly force: boolean;
  /** Print what would change, and write nothing. */
  readonly diff: boolean;
  readonly json: boolean;
  readonly signal: AbortSignal;
}

/** Writes a project of what a workspace has at Render, imports it, and returns the exit code. Nothing is changed there. */
export async function adoptAccount(request: AccountRequest): Promise<number> {
  const { output, diff, force, json, signal } = request;
  const report = progressTo(json);
  const host = process.env.RENDER_HOST || undefined;
  const apiKey = renderApiKey();
  const client = new RenderClient({ host: renderHost(), apiKey, onPause: report });
  const owner = await asked(ownerOf(client, signal));
  report(`adopt: reading what ${owner.name} has at Render`);
  const asking = { client, ownerId: owner.id, signal, report };
  const { resources, left } = await asked(accountResources(asking));
  if (resources.length === 0)
    throw new CommandError(`${owner.name} has nothing at Render that can be adopted.`);
  const project = plainName(owner.name, "workspace");
  const stacks = accountStacks(project, resources, { ownerId: owner.id, host });
  const installed = installedPackages(path.resolve(output));
  const planned = [
    ...[...accountProject(project, installed)].map(([file, text]) =>
      plannedFile(path.join(output, file), text),
    ),
    ...stacks.map(({ stack, text }) => plannedFile(stackFilePath(output, stack), text, stackFileText)),
  ];
  if (diff) {
    const { isThere, root } = checkoutOf(path.resolve(output));
    const patch = patchOf(planned, isThere ? root : process.cwd());
    printRaw(patch);
    return patch === "" ? EXIT.done : EXIT.failed;
  }
  const written = writeFiles(planned, force);
  const imported: ImportedStack[] = [];
  if (existsSync(path.join(output, "node_modules/portcullis"))) {
    const pulumi = ownPulumi(path.resolve(output), await engineFor({ report, signal }), signal);
    for (const stack of stacks) {
      report(`adopt: importing ${stack.stack}`);
      imported.push(await importStack(pulumi, stack, apiKey));
    }
  }
  const counts = stacks.map(({ stack, imports }) => ({ stack, resources: imports.length }));
  const adopted: AdoptedAccount = { version: 1, output, written, stacks: counts, imported, left };
  if (json) printJson(adopted);
  else printReport(adopted, accountWords);
  return imported.some(({ preview }) => preview === "changes") ? EXIT.failed : EXIT.done;
}

interface Owner {
  readonly id: string;
  readonly name: string;
}

/** The workspace that RENDER_OWNER_ID names, or the only one. */
async function ownerOf(client: RenderClient, signal: AbortSignal): Promise<Owner> {
  const owners = await client.list<Owner>("/owners", "owner", { signal });
  const named = process.env.RENDER_OWNER_ID;
  const [first, ...others] = named ? owners.filter(({ id }) => id === named) : owners;
  if (first !== undefined && others.length === 0) return first;
  const known = owners.map(({ id, name }) => `${id} (${name})`).join(", ");
  throw new CommandError(
    named
      ? `RENDER_OWNER_ID: expected one of ${known}, got ${named}.`
      : `the key sees several workspaces: type \`export RENDER_OWNER_ID=…\` with one of ${known}.`,
  );
}
