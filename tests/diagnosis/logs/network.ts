import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The project of every Supabase URL in the logs. */
export const REFERENCE = "qwdkzpxmvtjrhyobncal";

/** Names that the services' URLs hold, each with the loopback address that stands for it. */
export const HOSTS = {
  current: { name: "aws-0-us-west-1.pooler.supabase.com", address: "127.0.0.2" },
  old: { name: "aws-0-eu-central-1.pooler.supabase.com", address: "127.0.0.3" },
  strict: { name: "aws-1-us-east-2.pooler.supabase.com", address: "127.0.0.4" },
  full: { name: "aws-0-ap-south-1.pooler.supabase.com", address: "127.0.0.5" },
  oldFull: { name: "aws-0-sa-east-1.pooler.supabase.com", address: "127.0.0.6" },
  blocking: { name: "aws-0-ca-central-1.pooler.supabase.com", address: "127.0.0.9" },
  postgres: { name: "db.navigator.internal", address: "127.0.0.7" },
  /** Takes connections and never says a word. */
  silent: { name: "silent.navigator.internal", address: "127.0.0.10" },
  late: { name: "late.navigator.internal", address: "127.0.0.8" },
  /** As Supabase's direct hosts: an address of IPv6 alone, where this network leads nowhere. */
  direct: { name: `db.${REFERENCE}.supabase.co`, address: "2600:1f1c:f9:4d0a:7b1b:a5ff:1b6d:26c5" },
} as const;

/** A disk that is full after a quarter of a megabyte. */
export const SMALL_DISK = "/mnt";

/**
 * Makes the private network and mounts that `unshare` gave this process usable: loopback, the names above and no
 * other, and a small disk. Nothing of it is seen by another process of the machine.
 */
export function enterNetwork(): void {
  const folder = mkdtempSync(join(tmpdir(), "portcullis-logs-"));
  const put = (target: string, content: string): void => {
    const file = join(folder, target.replaceAll("/", "-"));
    writeFileSync(file, content);
    execFileSync("mount", ["--bind", file, target]);
  };
  execFileSync("ip", ["link", "set", "lo", "up"]);
  const names = Object.values(HOSTS).map(({ name, address }) => `${address} ${name}\n`);
  put("/etc/hosts", `127.0.0.1 localhost\n${names.join("")}`);
  // Without a resolver a name that is not there is unknown at once, as it is in DNS.
  put("/etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files\n");
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", SMALL_DISK]);
}

/** Takes connections, and reads and says nothing. */
export async function silence(address: string, port: number): Promise<Server> {
  const server = createServer((socket) => void socket.on("error", () => socket.destroy())).listen(
    port,
    address,
  );
  await once(server, "listening");
  return server;
}

/** Lets an address lead to a port of 127.0.0.1. */
export async function relay(address: string, port: number, to: number): Promise<Server> {
  const server = createServer((near) => {
    const far = connect(to, "127.0.0.1");
    near.pipe(far).pipe(near);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on("error", () => other.destroy()).on("close", () => other.destroy());
    }
  }).listen(port, address);
  await once(server, "listening");
  return server;
}
