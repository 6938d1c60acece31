import assert from "node:assert/strict";
import type { ManagedRole } from "../../../components/role/inputs";
import { askDatabase } from "../../../probes";
import { DATABASES } from "./fresh-databases";
import { PASSWORD, RoleAtPostgres } from "./role-at-postgres";
import { describeOnServers } from "./servers";

const NEXT = "an0ther/c4nary";

describeOnServers("The role, through its whole life on a database of its own ways", function (server) {
  this.timeout(5 * 60_000);
  let at: RoleAtPostgres;
  before(async () => {
    at = await RoleAtPostgres.open(server);
  });
  after(() => at.close());
  afterEach(() => at.endSessions());

  for (const [index, [what, given]] of Object.entries(DATABASES).entries()) {
    it(what, async () => {
      at.fresh();
      const names = { ROLE_: `life${index}`, APP: `house${index}`, OTHER: `others${index}` };
      const named = (sql: string) =>
        Object.entries(names).reduce((text, [from, to]) => text.replaceAll(from, to), sql);
      const superuser = async (sql = "") => (await at.superuser()).query(named(sql));
      await superuser("CREATE SCHEMA APP AUTHORIZATION postgres");
      await superuser(given.superuser);
      const admin = async (sql = "") => (await at.admin()).query(named(sql));
      await admin(given.before);
      const change: Partial<Omit<ManagedRole, "manage">> = {
        role: names.ROLE_,
        schemas: (given.schemas ?? ["APP"]).map(named),
        ...(given.owners !== undefined && { owners: given.owners.map(named) }),
      };
      let login = await at.up(change);
      await admin(given.later);
      await superuser(given.laterAsSuperuser);
      for (const password of [PASSWORD, NEXT]) {
        if (password === NEXT) login = await at.up({ ...change, password });
        const session = await at.session(login, password);
        for (const sql of given.uses) await session.query(named(sql));
        const answer = await verified(login, password, change.schemas ?? []);
        assert.equal(answer.outcome, given.verified ?? "pass", answer.reason);
        if (given.words !== undefined) assert.match(JSON.stringify(answer), given.words);
        await session.query(named(given.clears ?? "SELECT 1"));
        await at.verified();
        const { changes, state } = await at.refresh();
        assert.equal(changes, false, JSON.stringify(state.missing));
      }
      await at.endSessions();
      await at.destroy();
      assert.deepEqual(await at.roles(`^${names.ROLE_}`), []);
      // Nothing is left that was given to it, by name or by number.
      const { rows } =
        await superuser(`SELECT defaclacl::text AS left FROM pg_default_acl WHERE defaclacl::text ~ '(^|[{,])([0-9]+|ROLE_[^=]*)='
        UNION ALL SELECT relname || relacl::text FROM pg_class WHERE relacl::text ~ '(^|[{,])([0-9]+|ROLE_[^=]*)='
        UNION ALL SELECT nspname || nspacl::text FROM pg_namespace WHERE nspacl::text ~ '(^|[{,])([0-9]+|ROLE_[^=]*)='`);
      assert.deepEqual(rows, []);
      await superuser(given.after);
    });
  }

  async function verified(login: string, password: string, schemas: readonly string[]) {
    const { port } = at.postgres;
    const url = `postgresql://${login}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
    const access = { schemas, privileges: "read-write" } as const;
    const question = { url, addresses: {}, access, timeout: 60_000 };
    const answer = await askDatabase(question, new AbortController().signal);
    assert.doesNotMatch(JSON.stringify(answer), /c4nary/);
    return answer;
  }
});
