import { isGone, isRecord, unlessGone, wait } from "../../render-api";
import { afterCreation } from "../after-creation";
import { createOnce, type Made } from "../create-once";
import { hasFailed, newestDeploy, startDeploy, untilLive } from "../deploys";
import { inWordsOf } from "../difference";
import { listOf, objectOf, required, text } from "../fields";
import { type Properties, withoutAbsent } from "../plugin/property-values";
import type { Context, ResourceKind } from "../resource-kind";
import {
  plannedVariables,
  secretFilesBody,
  VARIABLE_SECRETS,
  variableOutputs,
  variablesBody,
  variablesOutput,
} from "./variables";
import { type ApiService, inputsOf, type WebServiceAnswer } from "./web-service/answer";
import { canonicalWebService } from "./web-service/canonical";
import { DEPLOYED, needsDeploy } from "./web-service/deployed";
import { webServiceFields, webServiceProblems } from "./web-service/fields";
import { createBody } from "./web-service/request";
import { settledWebService, withoutFilledIn } from "./web-service/settled";
import { applyChanges, changedRoots, owedRoots, readParts, readWebService } from "./web-service/steps";

interface Created {
  readonly service: ApiService;
  readonly deployId?: string;
}

const TOKEN = "render:index/webService:WebService";
const GONE = { pause: 1_000, attempts: 120 };

/** `render:index/webService:WebService`: a web service, with the deploys that its changes need. */
export const webService: ResourceKind = {
  token: TOKEN,
  fields: webServiceFields,
  secrets: [...VARIABLE_SECRETS, ["logStreamOverride", "token"]],
  replacedBy: ["region"],
  uniqueName: true,
  computed: {
    slug: () => true,
    url: () => true,
    activeCustomDomains: (changed) => !changed.includes("customDomains"),
    deployId: (changed) => !changed.some((name) => DEPLOYED.has(name)),
  },
  outputs: {
    envVars: variablesOutput,
    slug: text(),
    url: text(),
    activeCustomDomains: listOf(objectOf({ name: required(text()), redirectForName: text() })),
    deployId: text(),
  },
  check: webServiceProblems,
  canonical: canonicalWebService,
  settled: settledWebService,
  planned: (inputs, old) => ({ envVars: plannedVariables(inputs.envVars, old) }),

  async create(context, inputs) {
    const { answer, found: foundAgain } = await createService(context, inputs);
    const { service, deployId } = answer;
    const known = { ...inputs, slug: service.slug, url: service.serviceDetails.url, deployId };
    return afterCreation(service.id, known, async (reached) => {
      const first = deployId ?? (await newestDeploy(context, service.id))?.id;
      reached({ deployId: first });
      const due = await applyRemaining(context, service.id, inputs, foundAgain);
      const started = due ? await startDeploy(context, service.id) : first;
      reached(outputsOf(await readWebService(context, service.id), inputs, started));
      if (context.waitForDeployCompletion && started) await untilLive(context, service.id, started);
    });
  },

  async read(context, id, inputs, state) {
    const { client, signal } = context;
    const service = await unlessGone(client.get<ApiService>(`/services/${id}`, { signal, expects: "thing" }));
    if (service === undefined) return undefined;
    const answer = await readParts(context, service);
    if (answer.service.type !== "web_service") throw wrongType(id, answer.service.type);
    const told = inputsOf(answer, inputs);
    // An import has no inputs yet: it is to see everything.
    const imported = Object.keys(inputs).length === 0;
    const read = imported ? told : withoutFilledIn(inputs, told);
    const found = inWordsOf(inputs, read, canonicalWebService);
    const deployId = state.deployId ?? (await newestDeploy(context, id))?.id;
    return { inputs: found, outputs: outputsOf(answer, found, deployId) };
  },

  async update(context, id, old, inputs) {
    const now = await readWebService(context, id);
    const shown = changedRoots(old.inputs, inputs);
    // A creation that was not finished, or an update without a change to show, owes what the program names.
    const unfinished = old.state.activeCustomDomains === undefined || shown.size === 0;
    const nowInputs = unfinished ? inputsOf(now, old.inputs) : old.inputs;
    const unsure = (old.touched ?? []).map(([root]) => root);
    const changed = new Set([...shown, ...unsure, ...(unfinished ? owedRoots(nowInputs, inputs) : [])]);
    const { touched } = old;
    await applyChanges(context, { id, changed, now, writtenBefore: old.inputs, touched, wanted: inputs });
    const before = typeof old.state.deployId === "string" ? old.state.deployId : undefined;
    const due =
      unsure.some((root) => DEPLOYED.has(root)) ||
      needsDeploy(nowInputs, inputs, changed) ||
      needsDeploy(old.inputs, inputs, changed);
    // Without a wait the failure has not been reported, unless nothing else is left to do.
    const mayRetry = !due && before !== undefined && (context.waitForDeployCompletion || changed.size === 0);
    const retry = mayRetry && (await failed(context, id, before));
    const deploys = (due || retry) && !context.skipDeployAfterServiceUpdate;
    const deployId = deploys ? await startDeploy(context, id) : before;
    const outputs = outputsOf(await readWebService(context, id), inputs, deployId);
    const waits =
      context.waitForDeployCompletion && deployId !== undefined && (deploys || changed.size === 0);
    if (waits) await afterCreation(id, outputs, () => untilLive(context, id, deployId));
    return outputs;
  },

  async delete(context, id) {
    const { client, signal } = context;
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
    throw new Error(
      `Render accepted the deletion of ${id}, but the service is still there after two minutes.`,
    );
  },
};

async function createService(context: Context, inputs: Properties): Promise<Made<Created>> {
  const { client, ownerId } = context;
  return createOnce<Created>({
    context,
    path: "/services",
    body: {
      ...createBody(inputs, ownerId),
      envVars: variablesBody(inputs.envVars, new Map()),
      secretFiles: secretFilesBody(inputs.secretFiles),
    },
    noun: "web service",
    name: String(inputs.name),
    uniqueToken: TOKEN,
    // Render's filter by name is not said to be exact.
    namesakes: async (name, signal) => {
      const query = { name, ownerId, type: "web_service" };
      const found = await client.list<ApiService>("/services", "service", { query, signal });
      return found.filter((one) => one.name === name);
    },
    idOf: ({ service }) => service.id,
    adopt: async (id, signal) => ({
      service: await client.get<ApiService>(`/services/${id}`, { signal, expects: "thing" }),
    }),
    isAnswer: (body) => isRecord(body) && isRecord(body.service) && typeof body.service.id === "string",
  });
}

/**
 * What POST /services does not take: custom domains, overrides, the environment where it was not taken; of a service
 * that was found again all that the program names. @returns whether that needs a deploy
 */
async function applyRemaining(context: Context, id: string, inputs: Properties, found: boolean) {
  const now = await readWebService(context, id);
  const has = inputsOf(now, inputs);
  const changed = owedRoots(has, inputs);
  // What an interrupted update has put into its own service is the program's to take out again.
  await applyChanges(context, { id, changed, now, writtenBefore: found ? has : inputs, wanted: inputs });
  return found && !context.skipDeployAfterServiceUpdate && needsDeploy(has, inputs, changed);
}

function outputsOf(answer: WebServiceAnswer, inputs: Properties, deployId: unknown): Properties {
  const { service, customDomains, variables } = answer;
  return withoutAbsent({
    ...inputs,
    envVars: variableOutputs(variables),
    slug: service.slug,
    url: service.serviceDetails.url,
    activeCustomDomains: customDomains.map(({ name, redirectForName }) =>
      // Render says "" of a name that is not redirected.
      withoutAbsent({ name, redirectForName: redirectForName || undefined }),
    ),
    deployId,
  });
}

async function failed(context: Context, id: string, deployId: string): Promise<boolean> {
  try {
    return await hasFailed(context, id, deployId);
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}

function wrongType(id: string, type: string): Error {
  return new Error(`${id} is no web service, but a ${type.replaceAll("_", " ")}. Import it as that.`);
}
