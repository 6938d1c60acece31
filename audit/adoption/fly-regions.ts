/**
 * Render's regions with those of Fly that are nearest to each, by the cities that they are in.
 *
 * @see https://fly.io/docs/reference/regions and https://render.com/docs/regions, as of November 2026
 */
const NEAREST: Readonly<Record<string, readonly string[]>> = {
  oregon: ["sea", "sjc", "lax", "den", "phx"],
  ohio: ["ord", "dfw", "yyz"],
  virginia: ["iad", "ewr", "bos", "yul", "atl", "mia", "qro", "gdl", "bog", "gru", "gig", "eze", "scl"],
  frankfurt: ["fra", "ams", "cdg", "lhr", "arn", "mad", "waw", "otp", "jnb"],
  singapore: ["sin", "hkg", "nrt", "bom", "syd"],
};

/** Undefined for a code that is none of Fly's. */
export function nearestRegion(code: string): string | undefined {
  return Object.keys(NEAREST).find((region) => NEAREST[region]?.includes(code));
}
