import { randomBytes } from "node:crypto";

/** Makes a text up for a secret, by the place that it has in a stack's configuration. */
export type MadeUpText = (place: string) => string;

const BYTES = 18;

/** Another one each time. */
export const randomText: MadeUpText = () => randomBytes(BYTES).toString("base64url");
