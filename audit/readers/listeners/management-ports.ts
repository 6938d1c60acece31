import { type Fact, type Knowable, known, unknown } from "../../../domain";
import { placeAt } from "../../../domain/text-place";
import type { SourceFile } from "../../walk/source-file";

/** Files in which frameworks of Java say it: those of Spring, Quarkus and Micronaut by name, Dropwizard's by its key. */
export const MANAGED =
  /(?:^|\/)(?:application[\w-]*\.(?:properties|ya?ml)|(?:config|configuration|dropwizard)[\w-]*\.ya?ml)$/;

/**
 * Keys of a port on which a framework answers about itself alone (docs.spring.io/spring-boot: management.server.port, and
 * management.port of Spring Boot 1; quarkus.io/guides/management-interface-reference; docs.micronaut.io: endpoints;
 * dropwizard.io: server. November 2026).
 */
const PORT = /^(?:management\.(?:server\.)?port|quarkus\.management\.port|endpoints\.all\.port)$/;
/** The connectors' keys are in a list below it. */
const CONNECTOR = /^server\.adminConnectors\.port$/;
/** Quarkus takes 9000 where it has the interface and no port of it is named. */
const SWITCH = /^quarkus\.management\.enabled$/;
const OF_QUARKUS = "9000";

const MAX_LINES = 3000;

/** The ports beside the service's that a settings file names. */
export function managementPorts({ path: file, text }: SourceFile): readonly Fact[] {
  const settings = settingsOf(text);
  const state = (port: Knowable<string>, at: number): Fact => ({
    ...{ kind: "side-port", port, place: placeAt(file, text, at) },
  });
  const named = settings.flatMap(({ key, value, at }) =>
    PORT.test(key) || CONNECTOR.test(key) ? [state(portOf(value), at)] : [],
  );
  const enabled = settings.find(({ key, value }) => SWITCH.test(key) && value === "true");
  return named.length > 0 || enabled === undefined ? named : [state(known(OF_QUARKUS), enabled.at)];
}

/** A number, or the default of a placeholder, which the variable may replace: then each of them may be the port. */
function portOf(value: string): Knowable<string> {
  return /^\d{1,5}$/.test(value) ? known(value) : unknown("a variable gives it");
}

interface Setting {
  readonly key: string;
  readonly value: string;
  readonly at: number;
}

/** Each value with its whole key, in properties and in YAML; a profile's `%prod.` is left out of the key. */
function settingsOf(text: string): readonly Setting[] {
  const found: Setting[] = [];
  let above: { readonly indent: number; readonly key: string }[] = [];
  let at = 0;
  for (const line of text.split("\n").slice(0, MAX_LINES)) {
    const [, space = "", name = "", rest = ""] =
      /^([ \t]*(?:-[ \t]+)?)["']?([%\w.-]{1,200})["']?[ \t]*[:=](?=[ \t\r]|$|[\w"'$])(.*)$/.exec(line) ?? [];
    if (name !== "") {
      above = above.filter(({ indent }) => indent < space.length);
      const key = [above.at(-1)?.key, name.replace(/^["']?%[\w,]+["']?\.?/, "")]
        .filter((part) => part !== undefined && part !== "")
        .join(".");
      const value = rest
        .replace(/\s#.*$/, "")
        .trim()
        .replace(/^["'](.*)["']$/, "$1");
      if (value === "") above.push({ indent: space.length, key });
      else found.push({ key, value, at: at + space.length });
    }
    at += line.length + 1;
  }
  return found;
}
