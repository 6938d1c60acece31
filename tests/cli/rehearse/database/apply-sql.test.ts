import assert from "node:assert/strict";
import { Client } from "pg";
import { applySql, SqlProblem } from "../../../../cli/rehearse/database/apply-sql";
import type { SqlFile } from "../../../../cli/rehearse/database/sql-files";
import { type Postgres, startPostgres } from "../../../../rehearsal/postgres";

/** What the migrations of Supabase projects do most. */
const TYPICAL = `
create extension if not exists "uuid-ossp" with schema extensions;
create extension if not exists pg_trgm;
create table public.profiles (
  id uuid primary key default uuid_generate_v4(),
  owner uuid references auth.users (id) on delete cascade,
  secret text default encode(gen_random_bytes(4), 'hex')
);
alter table public.profiles enable row level security;
create policy "own" on public.profiles for select to authenticated using ((select auth.uid()) = owner);
create policy "admins" on public.profiles to authenticated using (auth.jwt() ->> 'role' = 'admin' or auth.role() = 'service_role');
create function public.handle_new_user() returns trigger language plpgsql security definer set search_path = '' as $$
begin insert into public.profiles (owner) values (new.id); return new; end $$;
create trigger on_auth_user_created after insert on auth.users for each row execute procedure public.handle_new_user();
insert into storage.buckets (id, name, public) values ('avatars', 'avatars', true);
create policy "own avatars" on storage.objects for insert to authenticated
  with check (bucket_id = 'avatars' and (storage.foldername(name))[1] = auth.uid()::text);
alter publication supabase_realtime add table public.profiles;
grant usage on schema public to anon, authenticated, service_role;
grant all on all tables in schema public to service_role;
create schema private; revoke all on schema private from anon;
`;
const SEED = `
insert into auth.users (id, aud, role, email, encrypted_password, raw_app_meta_data, raw_user_meta_data, created_at)
values ('00000000-0000-0000-0000-000000000001', 'authenticated', 'authenticated', 'a@example.com',
  extensions.crypt('password', extensions.gen_salt('bf')), '{}', '{}', now());
`;

describe("SQL for the database of a rehearsal", function () {
  this.timeout(120_000);
  let server: Postgres;
  let client: Client;
  const { signal } = new AbortController();
  const file = (text: string, name = "supabase/migrations/1_a.sql"): SqlFile => ({ name, text });

  before(async () => {
    server = await startPostgres();
    const { host, port, adminUser: user, adminPassword: password } = server;
    client = new Client({ host, port, user, password, database: "postgres" });
    await client.connect();
  });
  after(async () => {
    await client.end();
    await server.stop();
  });

  const refused = async (...files: readonly SqlFile[]): Promise<string> => {
    const problem = await applySql({ server, database: "postgres" }, files, signal).then(
      () => assert.fail("it was applied"),
      (error: unknown) => error,
    );
    assert.ok(problem instanceof SqlProblem, String(problem));
    return problem.message;
  };
  const count = async (text: string): Promise<number> => Number((await client.query(text)).rows[0].count);

  it("is what a Supabase project's own migrations and seed are", async () => {
    await applySql(
      { server, database: "postgres" },
      [file(TYPICAL), file(SEED, "supabase/seed.sql")],
      signal,
    );
    assert.equal(await count("select count(*) from public.profiles"), 1);
    // As PostgREST sets it for a request of that user.
    await client.query("begin; set local role authenticated");
    const sub = "00000000-0000-0000-0000-000000000001";
    await client.query(`set local request.jwt.claims = '{"sub":"${sub}","role":"authenticated"}'`);
    const { rows } = await client.query(
      "select auth.uid(), auth.role(), (select count(*) from profiles) as seen",
    );
    await client.query("rollback");
    assert.deepEqual(rows, [{ uid: sub, role: "authenticated", seen: "1" }]);
  });

  it("is refused with file, line and PostgreSQL's words, and nothing of its file is applied", async () => {
    const first = file("create table first (id int);", "supabase/migrations/1_first.sql");
    const second = file(
      "create table second (id int);\n\ncreate table third (\n  id int references nowhere\n);",
      "supabase/migrations/2_second.sql",
    );
    const message = await refused(first, second);
    assert.match(
      message,
      /^supabase\/migrations\/2_second\.sql(?::\d)?: PostgreSQL says: relation "nowhere" does not exist \(42P01\)/,
    );
    assert.match(
      message,
      /Nothing of this file is applied\. The one before it is applied\. Correct it, then rehearse again: /,
    );
    assert.equal(await count("select count(*) from pg_tables where tablename in ('first', 'second')"), 1);
  });

  it("names the line of a slip", async () => {
    assert.match(
      await refused(file("select 1;\nselect 2;\nslect 3;")),
      /1_a\.sql:3: PostgreSQL says: syntax error/,
    );
  });

  it("names an extension that the embedded PostgreSQL lacks in one sentence", async () => {
    assert.equal(
      await refused(file("-- maps\ncreate extension if not exists postgis with schema extensions;")),
      "supabase/migrations/1_a.sql:2: the extension postgis is not part of the embedded PostgreSQL, so what needs it " +
        "cannot be rehearsed on this machine.",
    );
  });

  it("leaves no setting and no open transaction to the next file", async () => {
    await applySql(
      { server, database: "postgres" },
      [
        file("set search_path = ''; create role reader; begin; select 1;"),
        file("select count(*) from profiles"),
      ],
      signal,
    );
  });

  it("ends at once when it is interrupted", async () => {
    const interrupted = new AbortController();
    const applying = applySql(
      { server, database: "postgres" },
      [file("select pg_sleep(600)")],
      interrupted.signal,
    );
    while ((await count("select count(*) from pg_stat_activity where query = 'select pg_sleep(600)'")) === 0);
    interrupted.abort();
    await assert.rejects(applying, { name: "AbortError" });
  });
});
