import { askDatabase } from "../../probes";
import { engineProgress } from "../verification/progress";
import { type Administrator, asAdministrator, nameAt } from "./administrator";
import { ensureRole, type TryLogin } from "./ensure";
import { dueGrants, grantAll, revokeAll } from "./grants";
import type { ManagedRole, RoleInputs, RoleState, UnmanagedRole } from "./inputs";
import { dropRole, findRole, loginsOf, missingTies } from "./logins";
import { dropOwnSchemas, ensureOwnSchemas, missingPath } from "./own-schemas";
import { RoleError } from "./refusals";
import { isSameServer } from "./turn";

// What runs in the provider's process with the database, by the names of the provider's methods.

type State = RoleState | UnmanagedRole;

/** @throws RoleError with what to type; the database is as it was then. */
export async function create(inputs: RoleInputs): Promise<{ id: string; outs: State }> {
  return { id: inputs.role, outs: inputs.manage ? await made(inputs, undefined) : inputs };
}

/** @throws RoleError with what to type; the database is as it was then. */
export async function update(_id: string, olds: State, news: RoleInputs): Promise<{ outs: State }> {
  if (!news.manage) return { outs: news };
  if (!olds.manage) return { outs: await made(news, undefined) };
  if (isSameServer(olds, news)) return { outs: await made(news, olds) };
  // At another server the role may be there already, where it is the same database at a new address.
  engineProgress(news.resourceUrn)(
    `The role \`${olds.role}\` stays at ${olds.server.host} as it is, for what still runs with it.`,
  );
  return { outs: { ...(await made({ ...news, importRole: true }, undefined)), importRole: news.importRole } };
}

/** What the database has: a role that is gone, a password that does not hold, privileges that are missing. */
export async function read(id: string, state: State): Promise<{ id: string; props: State }> {
  if (!state.manage) return { id, props: state };
  const seen = await asAdministrator(state, async (administrator) => {
    const found = await findRole(administrator, state.role);
    if (found === undefined) return undefined;
    const login = await findRole(administrator, state.login);
    const { statements } = await dueGrants(administrator, state);
    const due = [
      ...statements,
      ...(await missingTies(administrator, state)),
      ...(await missingPath(administrator, state)),
    ];
    const missing = due.filter((statement) => !state.denied.includes(statement));
    // What others have given is not taken for the stack's.
    const bypassRowLevelSecurity = state.bypassRowLevelSecurity && found.bypasses;
    return { open: login?.open === true, found: { missing, bypassRowLevelSecurity } };
  });
  if (seen === undefined) return { id: "", props: state };
  const refusal = seen.open ? await tryLoginAt(state)(state.login, state.password) : "it is closed";
  return {
    id,
    props: { ...state, ...seen.found, password: refusal === undefined ? state.password : "" },
  };
}

/** What the role owns goes to the administrator, but what is in schemas of its own. */
async function remove(_id: string, state: State): Promise<void> {
  if (!state.manage) return;
  await asAdministrator(state, async (administrator) => {
    await dropOwnSchemas(administrator, state);
    const logins = (await loginsOf(administrator, state.role)).map(({ name }) => name);
    // The present login is the role's, even where it does not act as it any more.
    for (const name of new Set([...logins, state.login, state.role])) {
      const found = await findRole(administrator, name);
      if (found !== undefined) await dropRole(administrator, name, administrator.name);
    }
  });
}

export { remove as delete };

async function made(now: ManagedRole, before: ManagedRole | undefined): Promise<RoleState> {
  const { denied, told } = await asAdministrator(now, async (administrator) => {
    await ensureRole(administrator, now, before, tryLoginAt(now));
    const left = await ensureOwnSchemas(administrator, now, before);
    const granted = await privileges(administrator, now, before);
    return { ...granted, told: [...left, ...granted.told] };
  });
  const progress = engineProgress(now.resourceUrn);
  for (const words of told) progress(words);
  return { ...now, missing: [], denied };
}

async function privileges(administrator: Administrator, now: ManagedRole, before: ManagedRole | undefined) {
  const declared = ({ privileges, schemas, owners }: ManagedRole) =>
    JSON.stringify({ privileges, schemas, owners });
  const narrowed = before !== undefined && now.privileges !== "custom" && declared(before) !== declared(now);
  if (narrowed) await revokeAll(administrator, { ...before, role: now.role });
  return grantAll(administrator, now);
}

const NOT_ABORTED = new AbortController().signal;

/** One attempt only, since poolers count refused logins (docs/facts/supabase.md#s13). */
const tryLoginAt =
  (inputs: ManagedRole): TryLogin =>
  async (login, password) => {
    const { server, addresses } = inputs;
    const url = new URL(`postgresql://${server.host}:${server.port}`);
    url.username = encodeURIComponent(nameAt(inputs, login));
    url.password = encodeURIComponent(password);
    url.pathname = `/${encodeURIComponent(server.database)}`;
    url.searchParams.set("sslmode", server.sslmode);
    const { outcome, mode, reason } = await askDatabase({ url: url.href, addresses }, NOT_ABORTED);
    if (mode === "database/credentials") return reason;
    if (outcome === "not-decided") {
      throw new RoleError(
        `Whether \`${login}\` logs in with its password could not be found out: ${reason}.`,
      );
    }
    return undefined;
  };
