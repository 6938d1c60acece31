import { isUrlName } from "../../domain/stated-urls";
import { type MadeUpText, randomText } from "./made-up-text";

/** The URL of one of several databases. */
const OF_SEVERAL = /^portcullis:databases\.[^.]+\.url$/;

/** The host of every URL that is made up. */
export const STAND_IN_HOST = "database.invalid";

/**
 * In place of a secret. Where a connection URL belongs it is one, to a host that there is none of (RFC 6761), so that
 * no rule takes it for a malformed one.
 *
 * @param scheme of a connection URL, as the driver reads it
 */
export function standIn(name: string, scheme = "postgresql", madeUp: MadeUpText = randomText): string {
  const text = madeUp(name);
  const [variable = ""] = name.split(/[.:]/).slice(-1);
  return isUrlName(variable) || variable === "databaseUrl" || OF_SEVERAL.test(name)
    ? `${scheme}://app:${text}@${STAND_IN_HOST}:5432/app`
    : text;
}
