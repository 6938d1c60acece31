import { createOnce, type Made } from "../../create-once";
import type { Properties } from "../../plugin/property-values";
import type { Context } from "../../resource-kind";
import { secretFilesBody, variablesBody } from "../variables";
import { type ApiService, inputsOf } from "./answer";
import { needsDeploy } from "./deployed";
import { createBody } from "./request";
import type { ServiceRow } from "./row";
import { applyChanges, owedRoots, readService } from "./steps";

interface Created {
  readonly service: ApiService;
  readonly deployId?: string;
}

/** POSTs one new service, which Render deploys at once. */
export function createService(row: ServiceRow, context: Context, inputs: Properties): Promise<Made<Created>> {
  const { client, ownerId } = context;
  return createOnce<Created>({
    context,
    path: "/services",
    body: {
      ...createBody(row, inputs, ownerId),
      envVars: variablesBody(inputs.envVars, new Map()),
      ...(Object.hasOwn(row.fields, "secretFiles") && { secretFiles: secretFilesBody(inputs.secretFiles) }),
    },
    noun: row.called,
    name: String(inputs.name),
    uniqueToken: row.token,
    // Render's filter by name is not said to be exact.
    namesakes: async (name, signal) => {
      const query = { name, ownerId, type: row.type };
      const found = await client.list<ApiService>("/services", "service", { query, signal });
      return found.filter((one) => one.name === name);
    },
    idOf: ({ service }) => service.id,
    adopt: async (id, signal) => ({
      service: await client.get<ApiService>(`/services/${id}`, { signal }),
    }),
  });
}

/**
 * What POST /services does not take: custom domains, overrides, the environment where it was not taken; of a service
 * that was found again all that the program names. @returns whether that needs a deploy
 */
export async function applyRemaining(
  row: ServiceRow,
  context: Context,
  id: string,
  inputs: Properties,
  found: boolean,
): Promise<boolean> {
  const now = await readService(row, context, id);
  const has = inputsOf(row, now, inputs);
  const changed = owedRoots(has, inputs);
  // What an interrupted update has put into its own service is the program's to take out again.
  await applyChanges(row, context, { id, changed, now, writtenBefore: found ? has : inputs, wanted: inputs });
  return found && !context.skipDeployAfterServiceUpdate && needsDeploy(has, inputs, changed);
}
