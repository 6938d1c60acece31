import { engineProgress } from "../verification/progress";
import { asAdministrator } from "./administrator";
import type { ClosedLoginsInputs, ClosedLoginsState } from "./inputs";
import { closeLogin, dropRole, findRole, joinRole, loginsOf } from "./logins";

// What runs in the provider's process once the deploy that uses the new login is verified.

export async function create(inputs: ClosedLoginsInputs): Promise<{ id: string; outs: ClosedLoginsState }> {
  return { id: inputs.role, outs: await closed(inputs) };
}

export async function update(
  _id: string,
  _olds: ClosedLoginsState,
  inputs: ClosedLoginsInputs,
): Promise<{ outs: ClosedLoginsState }> {
  return { outs: await closed(inputs) };
}

async function closed(inputs: ClosedLoginsInputs): Promise<ClosedLoginsState> {
  const { role, login, used } = inputs;
  const progress = engineProgress(inputs.resourceUrn);
  const leftOpen = await asAdministrator(inputs, async (administrator) => {
    const owner = await findRole(administrator, role);
    if (owner === undefined) return [];
    await joinRole(administrator, role);
    const others = [owner, ...(await loginsOf(administrator, role))].filter(({ name }) => name !== login);
    const left = others.filter(({ name, open }) => open && used.includes(name));
    for (const { name, open } of others.filter((each) => !left.includes(each))) {
      if (open) await closeLogin(administrator, name);
      // A session whose login is dropped cannot say any more who it is.
      if (name !== role && !(await isConnected(name))) await dropRole(administrator, name, role);
    }
    return left.map(({ name }) => name);

    async function isConnected(name: string): Promise<boolean> {
      const sessions = await administrator.ask("SELECT FROM pg_stat_activity WHERE usename = $1 LIMIT 1", [
        name,
      ]);
      return sessions.length > 0;
    }
  });
  for (const name of leftOpen) {
    progress(`The login \`${name}\` stays open: one of the service's own variables has a URL that uses it.`);
  }
  return { ...inputs, leftOpen };
}
