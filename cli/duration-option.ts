import { Option } from "commander";

/**
 * An option that takes a duration, with a default that the help shows as it is typed, such as `20m`.
 *
 * @param parse milliseconds of a typed duration; it throws for another text
 */
export function durationOption(
  flags: string,
  description: string,
  { parse, otherwise }: { readonly parse: (text: string) => number; readonly otherwise: string },
): Option {
  return new Option(flags, description).argParser(parse).default(parse(otherwise), otherwise);
}
