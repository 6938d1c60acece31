import { execFileSync } from "node:child_process";
import { chownSync } from "node:fs";

/** The operating-system account that the server runs under. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root. For root it runs as the account `postgres`, which is created where missing. */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  if (id("-u") === undefined) createAccount();
  const uid = id("-u");
  const gid = id("-g");
  if (uid === undefined || gid === undefined) {
    throw new Error(
      "PostgreSQL cannot run as root, and the account `postgres` could not be found. Create it, or run as another user.",
    );
  }
  return { uid, gid };
}

/** Makes a file or folder the account's own. */
export function giveTo({ uid, gid }: Account, place: string): void {
  if (uid !== undefined && gid !== undefined) chownSync(place, uid, gid);
}

function id(flag: "-u" | "-g"): number | undefined {
  try {
    return Number(
      execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
    );
  } catch {
    return undefined; // `id` exits non-zero for an account that does not exist.
  }
}

function createAccount(): void {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], { stdio: "pipe" });
  } catch (cause) {
    throw new Error(
      "PostgreSQL cannot run as root, and the account `postgres` could not be made with useradd. Create it, or run as another user.",
      { cause },
    );
  }
}
