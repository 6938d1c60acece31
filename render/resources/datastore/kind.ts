import { unlessGone, wait } from "../../../render-api";
import { afterCreation } from "../../after-creation";
import { createOnce } from "../../create-once";
import { changesOf, inWordsOf, rootOf } from "../../difference";
import { objectOf } from "../../fields";
import { type Properties, withoutAbsent } from "../../plugin/property-values";
import type { Context, ResourceKind } from "../../resource-kind";
import { moveTo } from "../environment-membership";
import { logStreamOf } from "../service/answer";
import { cidrBody } from "../service/request";
import type { ApiDatastore, DatastoreRow } from "./row";

/** How often a new datastore is looked at before it is given up. */
const ATTEMPTS = 1_200;

/** What all datastores share: one at Render, with the strings by which clients connect to it. */
export function datastoreKind(row: DatastoreRow): ResourceKind {
  const { token, fields, replacedBy, connection } = row;
  const settled = (old: Properties, wanted: Properties): Properties => {
    const kept = row.filledIn.filter((name) => wanted[name] === undefined && old[name] !== undefined);
    const filledIn = Object.fromEntries(kept.map((name) => [name, old[name]]));
    return { ...wanted, ...filledIn, ...row.settled?.(old, wanted) };
  };
  const canonical = (inputs: Properties): Properties =>
    withoutAbsent({
      ...inputs,
      environmentId: inputs.environmentId || undefined,
      ipAllowLists: orderedList(inputs.ipAllowLists),
      ...row.meaning?.(inputs),
    });
  const same = { canonical, settled };
  return {
    token,
    fields,
    secrets: [
      ...row.secrets.map((name) => [name]),
      ["logStreamOverride", "token"],
      ...Object.keys(connection).map((name) => ["connectionInfo", name]),
    ],
    replacedBy,
    computed: { connectionInfo: () => true, ...row.computed },
    outputs: { connectionInfo: objectOf(connection), ...row.outputs },
    ...(row.check && { check: row.check }),
    ...(row.planned && { planned: row.planned }),
    canonical,
    settled,
    create: (context, inputs) => create(row, context, inputs),

    async read(context, id, inputs) {
      const answer = await unlessGone(at(row, context, id));
      if (answer === undefined) return undefined;
      const told = await inputsOf(row, context, answer, inputs);
      const imported = Object.keys(inputs).length === 0;
      const unnamed = imported ? [] : row.filledIn.filter((name) => inputs[name] === undefined);
      const seen = Object.fromEntries(Object.entries(told).filter(([name]) => !unnamed.includes(name)));
      const found = inWordsOf(inputs, seen, canonical);
      return { inputs: found, outputs: await outputsOf(row, context, id, found) };
    },

    async update(context, id, old, inputs) {
      const shown = changesOf(same, old.inputs, inputs).map(({ path }) => rootOf(path));
      // A creation that was not finished owes all that the program names.
      const unfinished = old.state.connectionInfo === undefined;
      const owed = unfinished ? Object.keys(inputs) : [];
      const changed = new Set([...shown, ...(old.touched ?? []).map(([root]) => root), ...owed]);
      await change(row, context, id, inputs, changed);
      if (unfinished) await untilReady(row, context, id);
      return outputsOf(row, context, id, inputs);
    },

    async delete({ client, signal }, id) {
      await unlessGone(client.request("DELETE", `${row.path}/${id}`, { signal }));
    },
  };
}

const at = ({ path }: DatastoreRow, { client, signal }: Context, id: string): Promise<ApiDatastore> =>
  client.get<ApiDatastore>(`${path}/${id}`, { signal });

async function create(row: DatastoreRow, context: Context, inputs: Properties) {
  const { client, ownerId } = context;
  const { answer: made, found } = await createOnce<ApiDatastore>({
    context,
    path: row.path,
    body: withoutAbsent({
      ...patchBody(row, inputs, new Set(Object.keys(inputs))),
      ...row.created(inputs),
      ownerId,
      region: inputs.region,
      environmentId: inputs.environmentId,
    }),
    noun: row.called,
    name: String(inputs.name),
    namesakes: async (name, signal) => {
      const query = { name, ownerId };
      const all = await client.list<ApiDatastore>(row.path, row.wrapper, { query, signal });
      return all.filter((one) => one.name === name);
    },
    adopt: (id) => at(row, context, id),
    idOf: ({ id }) => id,
  });
  return afterCreation(made.id, inputs, async (reached) => {
    const named = new Set(Object.keys(inputs));
    // POST has set all but the log stream.
    const left = inputs.logStreamOverride === undefined ? [] : ["logStreamOverride"];
    await change(row, context, made.id, inputs, found ? named : new Set(left));
    await untilReady(row, context, made.id);
    reached(await outputsOf(row, context, made.id, inputs));
  });
}

/** A service that is given the connection string must find something there. */
async function untilReady(row: DatastoreRow, context: Context, id: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { status } = await at(row, context, id);
    if (status === undefined || status === "available") return;
    context.log(`The ${row.called} is ${status}.`, "info", true);
    await wait(context.client.retry.readyPause, context.signal);
  }
  throw new Error(`The ${row.called} ${id} is not available after 20 minutes.`);
}

async function change(
  row: DatastoreRow,
  context: Context,
  id: string,
  inputs: Properties,
  changed: ReadonlySet<string>,
): Promise<void> {
  const { client, signal } = context;
  const body = patchBody(row, inputs, changed);
  if (Object.keys(body).length > 0)
    await client.request("PATCH", `${row.path}/${id}`, { body, signal, repeatable: true });
  if (changed.has("environmentId")) {
    const { environmentId } = await at(row, context, id);
    await moveTo(context, id, environmentId || undefined, inputs.environmentId || undefined);
  }
  if (!changed.has("logStreamOverride")) return;
  const path = `/logs/streams/resource/${id}`;
  const wanted = inputs.logStreamOverride;
  if (wanted === undefined) await unlessGone(client.request("DELETE", path, { signal }));
  else await client.request("PUT", path, { body: wanted, signal, repeatable: true });
}

function patchBody(row: DatastoreRow, inputs: Properties, changed: ReadonlySet<string>): Properties {
  const shared = [
    { input: "name", field: "name", body: (value: unknown) => value },
    { input: "plan", field: "plan", body: (value: unknown) => value },
    { input: "ipAllowLists", field: "ipAllowList", body: cidrBody },
  ];
  const due = [...shared, ...row.patched].filter(({ input }) => changed.has(input));
  return withoutAbsent(Object.fromEntries(due.map(({ input, field, body }) => [field, body(inputs[input])])));
}

async function inputsOf(
  row: DatastoreRow,
  { client, signal }: Context,
  answer: ApiDatastore,
  written: Properties,
): Promise<Properties> {
  const { name, plan, region, environmentId, ipAllowList } = answer;
  const path = `/logs/streams/resource/${answer.id}`;
  const stream = await unlessGone(client.get<Properties>(path, { signal }));
  return withoutAbsent({
    // Render says null of an empty list (recorded 2024-09-05 and 2026-06-09).
    ...{ name, plan, region, ipAllowLists: ipAllowList === null ? [] : ipAllowList },
    environmentId: environmentId || undefined,
    logStreamOverride: logStreamOf(stream, written.logStreamOverride),
    ...row.told(answer, written),
  });
}

async function outputsOf(
  row: DatastoreRow,
  context: Context,
  id: string,
  inputs: Properties,
): Promise<Properties> {
  const { client, signal } = context;
  const path = `${row.path}/${id}/connection-info`;
  const connection = await unlessGone(client.get<Properties>(path, { signal }));
  const known = Object.keys(row.connection).map((name) => [name, connection?.[name]]);
  const reported = row.reported?.(await at(row, context, id), inputs);
  return {
    ...inputs,
    ...reported,
    ...(connection && { connectionInfo: withoutAbsent(Object.fromEntries(known)) }),
  };
}

/** Who may connect from outside, in whatever order it is written; an empty list lets no one in. */
function orderedList(list: unknown): unknown {
  if (!Array.isArray(list)) return list;
  const entries = cidrBody(list) as { readonly cidrBlock: string }[];
  return entries.toSorted((one, other) => String(one.cidrBlock).localeCompare(String(other.cidrBlock)));
}
