import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Command } from "../processes/launch";

/** A command of a container engine, for a shell, with the variables that it reads. */
export interface EngineCommand {
  readonly text: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** What an image is built of. */
export interface ImageRequest {
  /** The name that the image gets. */
  readonly tag: string;
  /** A private folder of the service, for an engine that keeps its images in files. */
  readonly store: string;
  readonly dockerfile: string;
  readonly context: string;
  /** Build arguments: on Render all variables of a service are (render.com/docs/docker). */
  readonly variables: Readonly<Record<string, string>>;
}

/** What a container runs, by its image. */
export interface ImageCommand {
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
}

export interface ContainerRequest {
  /** Of the container. */
  readonly name: string;
  readonly tag: string;
  readonly store: string;
  /** The whole command, entry point included. */
  readonly words: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  /** A folder with the service's secret files; undefined where it has none. */
  readonly secretFiles: string | undefined;
  /** In MiB; undefined for a plan without a known size. */
  readonly memory: number | undefined;
}

/** What builds images and runs containers on this machine, in this machine's own network. */
export interface ContainerEngine {
  /** As people write it. */
  readonly name: string;
  build(request: ImageRequest): EngineCommand;
  /** Takes an image that exists already, under the given name. */
  pull(request: Pick<ImageRequest, "tag" | "store"> & { readonly image: string }): EngineCommand;
  /** @throws Error where the image is not there */
  commandOf(image: Pick<ImageRequest, "tag" | "store">): Promise<ImageCommand>;
  /** Makes a container's command; its variables are never on a command line, which every account can read. */
  run(request: ContainerRequest): Promise<Omit<Command, "folder" | "onLine">>;
  /** Removes an image. What is kept in the service's private folder is removed with it. */
  remove(tag: string): Promise<void>;
  /** Removes what ended owners have left, by `tag` and container names that begin with their marks. */
  sweep(hasEnded: (owner: string) => boolean): Promise<void>;
}

/** Names of this program's images and containers: `NAME:MARK-…` and `NAME-MARK-…`. */
export const OWN = "portcullis-rehearsal";

const PATIENCE_MS = 10_000;

/** A command's output; undefined where it fails, or does not answer. */
export async function answerOf(
  program: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> {
  const run = promisify(execFile)(program, args, { timeout: PATIENCE_MS, env: environment });
  return run.then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  );
}
