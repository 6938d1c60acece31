import { existsSync, readFileSync } from "node:fs";
import { isSafeAddress } from "../../render-api";
import { SUPABASE_ENDPOINT, SupabaseClient } from "../../supabase-api";
import { CommandError } from "../exit-code";
import { notShown } from "../stacks/own-pulumi";
import type { Pulumi } from "../stacks/pulumi";
import { stackDocument } from "../stacks/stack-file";
import { stackFileName, stackFilePath } from "../stacks/stack-file-name";
import { isMapping } from "../stacks/written-services";
import type { Doing } from "./doing";

/** The keys of Supabase's own Pulumi package (docs/facts/supabase.md#s23), which win over its variables. */
const TOKEN = "supabase:accessToken";
const ENDPOINT = "supabase:endpoint";

export const SUPABASE_KEYS: readonly string[] = [TOKEN, ENDPOINT];

/**
 * A stack file's configuration as it is written; empty where there is no file.
 *
 * @throws CommandError for one that cannot be read: it may declare a branch
 */
export function writtenConfig(project: string, stack: string): Readonly<Record<string, unknown>> {
  const file = stackFilePath(project, stack);
  if (!existsSync(file)) return {};
  const written = stackDocument(stack, readFileSync(file, "utf8")).toJS() ?? {};
  const { config } = written as { readonly config?: unknown };
  return isMapping(config) ? config : {};
}

/**
 * Supabase's Management API, by the token of the stack that a pull request's environment is derived from, or of the
 * variables.
 *
 * @throws CommandError where there is no token, or one that is not to be used so, with what to type
 */
export async function supabaseOf(
  from: string,
  { pulumi, project, report }: Pick<Doing, "pulumi" | "project" | "report">,
): Promise<SupabaseClient> {
  const config = writtenConfig(project, from);
  const accessToken = await tokenOf(from, config[TOKEN], pulumi);
  const endpoint = String(config[ENDPOINT] ?? (process.env.SUPABASE_API_ENDPOINT || SUPABASE_ENDPOINT));
  if (!isSafeAddress(endpoint)) {
    throw new CommandError(`${ENDPOINT}: expected an address with https, to which the token may be sent.`);
  }
  return new SupabaseClient({ endpoint, accessToken, onPause: (words) => report(`  ${words}`) });
}

async function tokenOf(from: string, written: unknown, pulumi: Pulumi): Promise<string> {
  const secret = `pulumi config set -s ${from} --secret ${TOKEN}`;
  if (written === undefined) {
    const token = process.env.SUPABASE_ACCESS_TOKEN;
    if (token) return token;
    throw new CommandError(
      `A Supabase branch is declared (\`previewBranch\`): expected Supabase's access token, got none. Make one at https://supabase.com/dashboard/account/tokens, and set SUPABASE_ACCESS_TOKEN to it, or type \`${secret}\`.`,
    );
  }
  if (!isMapping(written)) {
    throw new CommandError(
      `${stackFileName(from)}: ${TOKEN}: expected a secret, got plain text. Take that token back in Supabase's dashboard, and type \`${secret}\` for another one.`,
    );
  }
  const run = await pulumi(["config", "get", "-s", from, TOKEN]);
  if (run.exitCode !== 0) throw notShown(`${TOKEN} of the stack ${from}`, run);
  return run.stdout.trim();
}
