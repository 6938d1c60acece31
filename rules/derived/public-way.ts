import { isPrivateHost } from "../../domain/private-host";
import { isRemote } from "../../domain/remote-host";
import type { Knowledge } from "../../domain/rule";
import { PLATFORMS } from "../../platforms";

/**
 * Whether what is sent to a host crosses networks of others. What a platform's own network alone resolves does not:
 * Fly's is within WireGuard (fly.io/docs/networking/private-networking, November 2026), and `fly postgres attach`
 * writes `sslmode=disable`. Managed Postgres (`*.flympg.net`) is no such host.
 */
export function isPublicWay(host: string, { platforms = PLATFORMS }: Knowledge = {}): boolean {
  return (
    isRemote(host) &&
    !isPrivateHost(host) &&
    !platforms.some(({ privateHosts }) => privateHosts?.test(host) === true)
  );
}
