/**
 * Where a fact was read. Adapters fill in what their source knows; a finding repeats it, so that a reader
 * can go straight to the line, the property or the key.
 */
export type Place =
  | {
      readonly source: "file";
      readonly file: string;
      readonly line?: number;
      readonly column?: number;
      readonly key?: string;
      /** The platform whose manifest the file is, where its content says so and not its name. */
      readonly manifestOf?: string;
    }
  | {
      readonly source: "resource";
      readonly urn: string;
      readonly property: string;
      /** The variables of services that get what is there, where they have no name by themselves. */
      readonly variables?: readonly string[];
    }
  | { readonly source: "configuration"; readonly key: string; readonly file?: string }
  | { readonly source: "log"; readonly line: number };

/** One short phrase for messages: `.env.production:3`, `api (envVars.PORT)`, `shop-reports-database (host, REPORTS_URL)`, `portcullis:service.port`. */
export function describePlace(place: Place): string {
  switch (place.source) {
    case "file": {
      const line = place.line === undefined ? "" : `:${place.line}`;
      const column = place.line === undefined || place.column === undefined ? "" : `:${place.column}`;
      return `${place.file}${line}${column}`;
    }
    case "resource":
      return `${resourceName(place.urn)} (${[place.property, ...(place.variables ?? [])].join(", ")})`;
    case "configuration":
      return place.file === undefined ? place.key : `${place.file} (${place.key})`;
    case "log":
      return `log line ${place.line}`;
  }
}

/** Whether two facts were read at one and the same place. */
export function samePlace(one: Place, other: Place): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The variable at the end of a resource's property or of a key, or another name there: `envVars.PORT`. */
export function nameAt(place: Place): string {
  const at = place.source === "resource" ? place.property : place.source === "log" ? "" : (place.key ?? "");
  return at.split(/[.\s]/).at(-1) ?? "";
}

/** The last segment of a Pulumi URN is the name the program gave to the resource. */
export function resourceName(urn: string): string {
  return urn.split("::").at(-1) ?? urn;
}
