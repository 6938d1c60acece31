import { type Fact, unknown } from "../../domain";
import { property } from "./read-property";
import type { ReadResource } from "./resource";

/**
 * What a service without a start command runs: its image's own command, where the reading ends. None for a native
 * runtime, which runs nothing then.
 */
export function imageCommandFacts({ urn, props }: ReadResource): readonly Fact[] {
  const source = property(() => props.runtimeSource as unknown as Source | undefined);
  const place = { source: "resource", urn, property: "runtimeSource" } as const;
  const start = (why: string): readonly Fact[] => [{ kind: "start-command", place, command: unknown(why) }];
  if (!source.known) return start(source.why);
  const why = property(() => whyUnread(source.value));
  if (!why.known) return start(why.why);
  return why.value === undefined ? [] : start(why.value);
}

interface Source {
  readonly docker?: { readonly repoUrl?: string; readonly dockerfilePath?: string };
  readonly image?: { readonly imageUrl?: string };
}

function whyUnread({ docker, image }: Source = {}): string | undefined {
  if (docker !== undefined) {
    const { dockerfilePath = "./Dockerfile", repoUrl = "its repository" } = docker;
    return `without a start command ${dockerfilePath} of ${repoUrl} says what runs, and it is not read here`;
  }
  if (image === undefined) return undefined;
  return `without a start command the image ${image.imageUrl ?? ""} says what runs, and no preview reads it`;
}
