import { parseConnectionUrl } from "../../domain";
import type { VerificationInputs } from "./inputs";

// A shorter value, such as a user's name, would mask half of a message and protect nothing.
const SHORTEST = 8;

/** All secret values of the inputs: they must not appear in a message, log or state. */
export function secretsOf(inputs: VerificationInputs): readonly string[] {
  const { databaseUrl, databases = {}, renderApiKey = "", endpoints } = inputs;
  const urls = [databaseUrl, ...Object.values(databases).map(({ url }) => url)];
  const passwords = urls.map((url) => parseConnectionUrl(url)?.url.password ?? "");
  const sent = endpoints.flatMap(({ headers, json, body, file, webSocket }) => [
    ...Object.values(headers).flatMap((value) => [value, ...value.split(/\s+/)]),
    ...leaves(json),
    ...(body === undefined ? [] : [body]),
    ...(file === undefined ? [] : [file.content]),
    ...(webSocket?.send === undefined ? [] : [webSocket.send]),
  ]);
  const long = sent.filter((value) => value.length >= SHORTEST);
  return [...urls, ...passwords, renderApiKey, ...long].filter((value) => value.length > 0);
}

function leaves(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(leaves);
}
