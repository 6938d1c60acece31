import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Account, giveTo } from "./account";
import { program } from "./binaries";
import { dataFolderError } from "./data-folder-error";
import { copyKept, keep } from "./kept-data";
import { givePassword, LIKE_SUPABASE, runStatements, type SingleUser, SUPERUSER } from "./supabase";

/** Where a server is made, of which programs, and whose it is. */
export interface Place {
  readonly native: string;
  readonly folder: string;
  readonly account: Account;
}

export interface Contents {
  /** The main file of the npm package of the programs; undefined for the embedded one. */
  readonly programs: string | undefined;
  readonly adminPassword: string;
}

const SETTINGS = [
  ...["--encoding=UTF8", "--locale=C", "--auth-host=scram-sha-256", "--auth-local=trust"],
  // Segments of 1 MB: the log of a new server is copied with it.
  "--wal-segsize=1",
];
/** What only the socket lets in has no password at all. */
const WITHOUT_PASSWORD = `ALTER ROLE ${SUPERUSER} PASSWORD NULL`;
const STATEMENTS = [...LIKE_SUPABASE, WITHOUT_PASSWORD];

/**
 * Makes the folder `data`, whose server does not run yet, like a fresh Supabase project's. What initdb makes is the same
 * for each server but for the password: it is made once, kept in the cache, and copied in a quarter of the time.
 */
export async function makeData(place: Place, { programs, adminPassword }: Contents): Promise<void> {
  const { account, folder } = place;
  const data = join(folder, "data");
  const making = { programs, how: [...SETTINGS, ...STATEMENTS, String(account.uid)] };
  if (!(await copyKept(making, data))) {
    await initialise(place);
    await keep(making, data);
  }
  await givePassword(singleUser(place), adminPassword);
}

async function initialise(place: Place): Promise<void> {
  const { native, folder, account } = place;
  const passwordFile = join(folder, "password");
  // Without one, initdb lets no role log in by a password.
  writeFileSync(passwordFile, `${randomBytes(18).toString("base64url")}\n`, { mode: 0o600 });
  giveTo(account, passwordFile);
  const parameters = [
    ...[
      `--pgdata=${join(folder, "data")}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      "--no-sync",
      "--no-instructions",
    ],
    ...SETTINGS,
  ];
  try {
    await promisify(execFile)(program(native, "initdb"), parameters, {
      ...account,
      env: environment(),
      cwd: folder,
    });
  } catch (cause) {
    throw dataFolderError(folder, cause);
  }
  rmSync(passwordFile);
  await runStatements(singleUser(place), STATEMENTS);
}

const singleUser = ({ native, folder, account }: Place): SingleUser => ({
  command: [program(native, "postgres"), "-D", join(folder, "data"), "-c", "fsync=off"],
  ...account,
  env: environment(),
  cwd: folder,
});

/** Variables for PostgreSQL's programs in the user's shell must not change this server. */
export function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("PG"));
  return { ...Object.fromEntries(own), LC_ALL: "C" };
}
