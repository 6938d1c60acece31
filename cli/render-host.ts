import { DEFAULT_HOST, isSafeAddress } from "../render-api";
import { CommandError } from "./exit-code";

/**
 * The address of Render's API: a stack's, else the variable's, else Render's own.
 *
 * @throws CommandError for one to which the key may not be sent, before anything is
 */
export function renderHost(ofStack?: string, set: string | undefined = process.env.RENDER_HOST): string {
  const host = ofStack ?? (set || DEFAULT_HOST);
  if (isSafeAddress(host)) return host;
  const where = ofStack === undefined ? "RENDER_HOST" : "render:host";
  throw new CommandError(
    `${where}: expected an address with https, to which the key may be sent, such as ${DEFAULT_HOST}, got \`${host}\`.`,
  );
}
