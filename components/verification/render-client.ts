import { DEFAULT_HOST, RenderClient } from "../../render-api";
import type { VerificationInputs } from "./inputs";

/** Asks Render as the stack says, else as the environment does; undefined where neither has a key. */
export function renderClient(
  { renderApiKey, renderHost }: VerificationInputs,
  onPause: (words: string) => void,
): RenderClient | undefined {
  const apiKey = renderApiKey || process.env.RENDER_API_KEY;
  const host = renderHost || process.env.RENDER_HOST || DEFAULT_HOST;
  return apiKey ? new RenderClient({ host, apiKey, onPause }) : undefined;
}
