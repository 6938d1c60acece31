import { docker, soundWeb } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import type { SealedCase } from "../sealed";
import { image } from "../twentieth-form";
import { bare } from "../written";

/** A secret that was made up for the batch. */
export const CANARY = "p9WrenBarley3kT";
/** 64 hexadecimal digits that were drawn for the batch. */
export const HEX = "8d41f6b2c07e95a3d1f84c6b2e7095ad3c18f6e4b07a92d5c3e8f1640b7d29a5";

export const HEALTH = "service/health-check-path";
export const REFUSED = "environment/refused-value";
export const BROWSER = "secret/in-browser";
export const HOSTS = "service/allowed-hosts";
export const DEBUG = "environment/debug-in-production";
export const NEED = "service/unmet-need";
export const FILE = "environment/missing-file";
export const MAIL = "service/blocked-port";

/** A server in an image of the team's own. */
export const container = { ...docker, ...bare } as const;

type Variables = Readonly<Record<string, string>>;

/** A product's published image with its variables. */
export const product = (
  imageUrl: string,
  tag: string,
  variables: Variables,
  properties: object = {},
): SealedCase => ({
  command: null,
  properties: { ...image(imageUrl, tag), ...properties },
  variables,
  ...bare,
});

/** A configuration that cannot work, with its cause. */
export const broken = (rule: string, why: string, one: SealedCase): ExplainedCase => ({ rule, why, ...one });

/** A configuration that works, with what makes it look otherwise. */
export const sound = (why: string, one: SealedCase): ExplainedCase => ({ why, ...one });

/** The same, by a command. */
export const starts = (why: string, command: string, more: SealedCase = {}): ExplainedCase =>
  sound(why, soundWeb(command, more));

/** A command that cannot work, with its cause. */
export const fails = (rule: string, why: string, command: string, more: SealedCase = {}): ExplainedCase =>
  broken(rule, why, soundWeb(command, more));
