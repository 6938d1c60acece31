import { isGone, unlessGone, wait } from "../../../render-api";
import { afterCreation } from "../../after-creation";
import { hasFailed, liveCommit, newestDeploy, startDeploy, untilLive, withdrawFirst } from "../../deploys";
import { inWordsOf } from "../../difference";
import type { Properties } from "../../plugin/property-values";
import type { Context, Found, Old, ResourceKind } from "../../resource-kind";
import { plannedVariables, VARIABLE_SECRETS } from "../variables";
import { type ApiService, inputsOf } from "./answer";
import { canonicalService } from "./canonical";
import { applyRemaining, createService } from "./creation";
import { DEPLOYED, needsDeploy } from "./deployed";
import { groupsOf, linkedGroups } from "./env-groups";
import { outputFields, outputsOf, plannedParts } from "./outputs";
import { planProblems, runningProblems } from "./problems";
import type { ServiceRow } from "./row";
import { settledService, toImport, withoutFilledIn } from "./settled";
import { applyChanges, changedRoots, owedRoots, readParts, readService } from "./steps";

const GONE = { pause: 1_000, attempts: 120 };

/** What all kinds of services share: a service at Render, with the deploys that its changes need. */
export function serviceKind(row: ServiceRow): ResourceKind {
  const { token, fields, hasUrl } = row;
  const has = (input: string) => Object.hasOwn(fields, input);
  return {
    token,
    fields,
    secrets: [...VARIABLE_SECRETS, ["logStreamOverride", "token"]].filter(([input = ""]) => has(input)),
    replacedBy: has("region") ? ["region"] : [],
    uniqueName: true,
    computed: {
      slug: () => true,
      ...(hasUrl && { url: () => true }),
      ...(has("customDomains") && {
        activeCustomDomains: (changed: readonly string[]) => !changed.includes("customDomains"),
      }),
      deployId: (changed) => !changed.some((name) => DEPLOYED.has(name)),
    },
    outputs: outputFields(row),
    check: (inputs) => [...planProblems(row, inputs), ...runningProblems(inputs)],
    canonical: canonicalService,
    settled: settledService,
    planned: (inputs, old) => ({
      ...plannedParts(inputs, old),
      envVars: plannedVariables(inputs.envVars, old),
    }),
    create: (context, inputs) => create(row, context, inputs),
    read: (context, id, inputs, state) => read(row, context, id, inputs, state),
    update: (context, id, old, inputs) => update(row, context, id, old, inputs),
    delete: remove,
  };
}

async function create(
  row: ServiceRow,
  context: Context,
  inputs: Properties,
): Promise<{ readonly id: string; readonly outputs: Properties }> {
  const { answer, found: foundAgain } = await createService(row, context, inputs);
  const { service, deployId } = answer;
  const { slug } = service;
  const known = { ...inputs, slug, url: row.hasUrl ? service.serviceDetails.url : undefined, deployId };
  const last = lastOutput(row);
  return afterCreation(service.id, { ...known, [last]: undefined }, async (reached) => {
    const first = deployId ?? (await newestDeploy(context, service.id))?.id;
    reached({ deployId: first });
    const groups = groupsOf(inputs).length > 0;
    const other = await withdrawFirst(context, service.id, { commit: inputs.commit, groups });
    const due = await applyRemaining(row, context, service.id, inputs, foundAgain);
    const started = due || other ? await startDeploy(context, service.id, inputs.commit) : first;
    reached(outputsOf(row, await readService(row, context, service.id), inputs, started));
    if (context.waitForDeployCompletion && started) await untilLive(context, service.id, started);
  });
}

async function read(
  row: ServiceRow,
  context: Context,
  id: string,
  inputs: Properties,
  state: Properties,
): Promise<Found | undefined> {
  const { client, signal } = context;
  const service = await unlessGone(client.get<ApiService>(`/services/${id}`, { signal }));
  if (service === undefined) return undefined;
  if (service.type !== row.type) throw wrongType(row, id, service.type);
  const answer = await readParts(row, context, service);
  const told = await withTold(context, id, inputs, inputsOf(row, answer, inputs));
  // An import has no inputs yet: it is to see everything.
  const imported = Object.keys(inputs).length === 0;
  const seen = imported ? toImport(told) : withoutFilledIn(inputs, told);
  const found = inWordsOf(inputs, seen, canonicalService);
  const deployId = state.deployId ?? (await newestDeploy(context, id))?.id;
  return { inputs: found, outputs: outputsOf(row, answer, found, deployId) };
}

async function update(
  row: ServiceRow,
  context: Context,
  id: string,
  old: Old,
  inputs: Properties,
): Promise<Properties> {
  const now = await readService(row, context, id);
  const shown = changedRoots(old.inputs, inputs);
  // A creation that was not finished, or an update without a change to show, owes what the program names.
  const unfinished = old.state[lastOutput(row)] === undefined || shown.size === 0;
  const nowInputs: Record<string, unknown> = unfinished
    ? await withTold(context, id, inputs, inputsOf(row, now, old.inputs))
    : { ...old.inputs };
  // Whether a deploy has begun since they were linked is not known of a creation that was not finished.
  if (old.state[lastOutput(row)] === undefined) delete nowInputs.envGroupIds;
  const unsure = (old.touched ?? []).map(([root]) => root);
  const changed = new Set([...shown, ...unsure, ...(unfinished ? owedRoots(nowInputs, inputs) : [])]);
  const { touched } = old;
  await applyChanges(row, context, { id, changed, now, writtenBefore: old.inputs, touched, wanted: inputs });
  const before = typeof old.state.deployId === "string" ? old.state.deployId : undefined;
  const due =
    unsure.some((root) => DEPLOYED.has(root)) ||
    needsDeploy(nowInputs, inputs, changed) ||
    needsDeploy(old.inputs, inputs, changed);
  // Without a wait the failure has not been reported, unless nothing else is left to do.
  const mayRetry = !due && before !== undefined && (context.waitForDeployCompletion || changed.size === 0);
  const retry = mayRetry && (await failed(context, id, before));
  const wanted = (due || retry) && !context.skipDeployAfterServiceUpdate;
  // Render refuses a deploy of a suspended service, and has made the changes all the same.
  const suspended = now.service.suspended === "suspended";
  if (wanted && suspended)
    context.log(`${id} is suspended: it is changed, and not deployed before it is resumed.`, "warning");
  const deploys = wanted && !suspended;
  const deployId = deploys ? await startDeploy(context, id, inputs.commit) : before;
  const outputs = outputsOf(row, await readService(row, context, id), inputs, deployId);
  const awaited = deploys || (changed.size === 0 && !suspended);
  const waits = context.waitForDeployCompletion && deployId !== undefined && awaited;
  if (waits) await afterCreation(id, outputs, () => untilLive(context, id, deployId));
  return outputs;
}

/** What Render says of a service, with the commit that runs and the groups it has, where the program names them. */
async function withTold(
  context: Context,
  id: string,
  inputs: Properties,
  service: Properties,
): Promise<Record<string, unknown>> {
  const { commit } = inputs;
  const groups = await linkedGroups(context, id, inputs);
  const told = { ...service, ...(groups.length > 0 && { envGroupIds: groups }) };
  if (typeof commit !== "string") return told;
  const live = await liveCommit(context, id);
  // A service that has none live yet owes it; the writer's short form is the same commit.
  return { ...told, ...(live !== undefined && { commit: live.startsWith(commit) ? commit : live }) };
}

/** An output that is there once a creation is finished. */
const lastOutput = ({ fields }: ServiceRow): string =>
  Object.hasOwn(fields, "customDomains") ? "activeCustomDomains" : "slug";

async function remove({ client, signal }: Context, id: string): Promise<void> {
  try {
    await client.request("DELETE", `/services/${id}`, { signal });
    for (let attempt = 0; attempt < GONE.attempts; attempt++) {
      await client.get(`/services/${id}`, { signal });
      await wait(GONE.pause, signal);
    }
  } catch (error) {
    if (isGone(error)) return;
    throw error;
  }
  throw new Error(`Render accepted the deletion of ${id}, but the service is still there after two minutes.`);
}

async function failed(context: Context, id: string, deployId: string): Promise<boolean> {
  try {
    return await hasFailed(context, id, deployId);
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}

function wrongType({ called }: ServiceRow, id: string, type: string): Error {
  return new Error(`${id} is no ${called}, but a ${type.replaceAll("_", " ")}. Import it as that.`);
}
