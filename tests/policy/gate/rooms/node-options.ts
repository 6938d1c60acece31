import type { ExplainedCase } from "../nineteenth-form";
import { nest } from "./posted-connections-form";
import { broken, REFUSED, sound } from "./posted-services-form";

const by = (NODE_OPTIONS: string, NODE_VERSION?: string) => ({
  ...nest,
  variables: { NODE_OPTIONS, ...(NODE_VERSION !== undefined && { NODE_VERSION }) },
});

/**
 * Options that node ends at with code 9; 18, 20, 22 and 24 were asked for each on 1 December 2026. Before they were read 2 of
 * 18 were rejected and 1 undecided, and 1 of 16 sound ones was rejected.
 */
export const NODE_OPTIONS_BROKEN: readonly ExplainedCase[] = [
  broken(REFUSED, "a word of the option is missing", by("--max-old-memory=400")),
  broken(REFUSED, "the option's end is missing", by("--max_old_space=400", "20")),
  broken(REFUSED, "one dash", by("-max-old-space-size=400", "20.18.0")),
  broken(REFUSED, "capital letters", by("--Max-Old-Space-Size=400", "18")),
  broken(REFUSED, "an option of V8's that node takes in its command line alone", by("--stack-size=2000")),
  broken(REFUSED, "the same", by("--harmony", "22")),
  broken(REFUSED, "the same", by("--optimize_for_size --max-old-space-size=400")),
  broken(REFUSED, "the file of variables belongs into the command", by("--env-file=.env")),
  broken(REFUSED, "nothing ends the options", by("-- --max-old-space-size=400")),
  broken(REFUSED, "a quote is not closed: unterminated string", by('"--max-old-space-size=400')),
  broken(REFUSED, "no number", by("--max-semi-space-size=16m")),
  broken(REFUSED, "no number", by("--stack-trace-limit=all")),
  broken(REFUSED, "no mode of that name: invalid value", by("--unhandled-rejections=ignore")),
  broken(REFUSED, "node 22 is the first to take it", by("--experimental-strip-types", "20.11.1")),
  broken(REFUSED, "node 20 is the first to take it", by("--expose-gc", "18.20.4")),
  broken(REFUSED, "node 20 has no such option", by("--max-old-space-size-percentage=60", "20")),
  broken(REFUSED, "node 22 refuses it, and 24 then waits for changes", by("--watch", "22")),
  broken(REFUSED, "commas between options", by("--no-warnings,--max-old-space-size=400")),
];

export const NODE_OPTIONS_SOUND: readonly ExplainedCase[] = [
  sound("a number of megabytes", by("--max-old-space-size=400")),
  sound("marks below the line", by("--max_old_space_size=400 --max_semi_space_size=16")),
  sound("nothing behind the sign, which node takes for no limit", by("--max-old-space-size=")),
  sound("quotes in pairs", by('"--max-old-space-size=400"')),
  sound("a module with a blank in its name", by('--require "./lib/start up.js" --no-warnings')),
  sound("a module behind its option", by("--import ./instrument.mjs -r ./first.js")),
  sound("a condition", by("--conditions=production -C react-server")),
  sound("an option of node 22's", by("--experimental-strip-types", "22.6.0")),
  sound(
    "an option of node 24's, whose version is not written here",
    by("--max-heap-size=400 --use-env-proxy"),
  ),
  sound("an option of node 24's", by("--max-old-space-size-percentage=60", "24")),
  sound("the other way round", by("--no-deprecation --no-experimental-fetch --no-warnings")),
  sound("an option with and without its value", by("--dns-result-order ipv4first --trace-warnings")),
  sound("several blanks", by("  --enable-source-maps   --max-http-header-size=32768 ")),
  sound("a collector of a product's", by("--require @opentelemetry/auto-instrumentations-node/register")),
  sound("a mode", by("--unhandled-rejections=strict")),
  sound("another runtime has a variable of the name", {
    variables: { NODE_OPTIONS: "--anything" },
    driver: "asyncpg",
  }),
];
