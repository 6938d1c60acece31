import type { ContainerEngine, ImageCommand } from "./container-engine";

/** Runtimes of Render that are containers. */
const CONTAINERS = new Set(["docker", "image"]);

export const isContainer = (runtime: string): boolean => CONTAINERS.has(runtime);

/** An image of a deploy, with what runs it. */
export interface BuiltImage {
  readonly engine: ContainerEngine;
  readonly tag: string;
  readonly store: string;
  readonly command: ImageCommand;
  /** What differs from Render, one sentence each. */
  readonly differences: readonly string[];
}
