import { InvalidArgumentError } from "commander";
import type { Generation } from "../rehearsal/index";
import { CommandError } from "./exit-code";
import { readStackFile, type StackFile } from "./stacks/stack-file";
import { stackFileName } from "./stacks/stack-file-name";
import type { StackOverlay } from "./stacks/stack-overlay";

/** One of the two incidents that Portcullis was written after, as a change in a stack file. */
export interface Incident {
  readonly name: string;
  readonly stack: string;
  readonly story: string;
  /** Whether a preview can see it: a wrong password looks like a right one until a login. */
  readonly visibleInPreview: boolean;
  /** The failure mode of a deploy without the policy pack. */
  readonly failureMode: string;
  /** Which Supavisor the embedded pooler answers as in the replay. @default "current" */
  readonly generation?: Generation;
  overlay(config: Readonly<Record<string, unknown>>): StackOverlay;
}

interface ServiceConfig {
  readonly environment?: Readonly<Record<string, unknown>>;
}

interface DatabaseConfig {
  readonly supabase?: { readonly projectRef?: string; readonly poolerHost?: string };
}

const PLACEHOLDER_TENANT = "your-staging-project";

/** By the name given to `--incident`; each replay runs its list in order. */
export const INCIDENTS: Readonly<Record<string, readonly Incident[]>> = {
  port: [
    {
      name: "PORT=10000 where everything else says 8000",
      stack: "production",
      story: "Somebody sets PORT to Render's default in production's environment; the stack declares 8000.",
      visibleInPreview: true,
      failureMode: "port/mismatch",
      overlay: (config) => {
        const service = (config["portcullis:service"] ?? {}) as ServiceConfig;
        const environment = { ...service.environment, PORT: "10000" };
        return { config: { "portcullis:service": { ...service, environment } } };
      },
    },
  ],
  pooler: [
    {
      name: "a pooler URL with a placeholder project",
      stack: "staging",
      story: `Somebody pastes a pooler URL whose user is postgres.${PLACEHOLDER_TENANT}, on port 6543.`,
      visibleInPreview: true,
      failureMode: "database/tenant-not-found",
      overlay: (config) => typedUrl(config, `postgres.${PLACEHOLDER_TENANT}`),
    },
    {
      name: "a wrong password for a real tenant",
      stack: "staging",
      story:
        "The project reference is right and the password is not. No preview can see that: only a login can.",
      visibleInPreview: false,
      failureMode: "database/credentials",
      // Before 2.6.0 it answered inside SASL, which is where asyncpg's puzzling message comes from.
      generation: "before-2.6",
      overlay: (config) => typedUrl(config, `postgres.${projectRef(config)}`, "?sslmode=require", 5432),
    },
  ],
};

/** The name of an incident, as an option's value. @throws InvalidArgumentError naming those there are */
export function incidentName(name: string): string {
  if (!Object.hasOwn(INCIDENTS, name)) {
    throw new InvalidArgumentError(`Expected ${Object.keys(INCIDENTS).join(" or ")}.`);
  }
  return name;
}

/**
 * The stacks of an incident, in the order in which they are replayed.
 *
 * @throws CommandError for a stack of several services, and for a file that cannot be read
 */
export async function incidentSubjects(
  project: string,
  name: string,
): Promise<readonly { readonly file: StackFile; readonly incident: Incident }[]> {
  return Promise.all(
    (INCIDENTS[name] ?? []).map(async (incident) => {
      const file = await readStackFile(project, incident.stack);
      assertReplayable(file);
      return { file, incident };
    }),
  );
}

/** An incident is a change in a stack of the short form. */
function assertReplayable({ stack, config }: StackFile): void {
  if (!Object.hasOwn(config, "portcullis:services")) return;
  throw new CommandError(
    `${stackFileName(stack)}: incidents are replayed on the sample's stacks, or on stacks of one service; expected ` +
      "`portcullis:service`, got `portcullis:services`. Without `--incident` the stack is taken as it is.",
  );
}

function projectRef(config: Readonly<Record<string, unknown>>): string {
  return ((config["portcullis:database"] ?? {}) as DatabaseConfig).supabase?.projectRef ?? "";
}

function typedUrl(
  config: Readonly<Record<string, unknown>>,
  user: string,
  query = "",
  port = 6543,
): StackOverlay {
  const { supabase } = (config["portcullis:database"] ?? {}) as DatabaseConfig;
  const host = supabase?.poolerHost ?? "aws-0-us-west-1.pooler.supabase.com";
  return {
    config: { "portcullis:database": { manageRole: false } },
    secrets: {
      "portcullis:databaseUrl": `postgresql://${user}:not-the-password@${host}:${port}/postgres${query}`,
    },
  };
}
