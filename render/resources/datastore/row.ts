import { type Fields, type Problem, text } from "../../fields";
import type { Properties } from "../../plugin/property-values";
import type { ResourceKind } from "../../resource-kind";

/** A datastore as Render answers it. */
export interface ApiDatastore extends Properties {
  readonly id: string;
  readonly name: string;
  readonly createdAt?: string;
  readonly status?: string;
  readonly environmentId?: string;
}

/** An input that Render's PATCH takes, and what it is called there. */
export interface PatchField {
  readonly input: string;
  readonly field: string;
  readonly body: (value: unknown) => unknown;
}

/** One kind of datastore: its row in the provider's table is made of this. */
export interface DatastoreRow {
  readonly token: string;
  /** For messages, such as `Postgres database`. */
  readonly called: string;
  /** The API's path, and the name that wraps each item of its list. */
  readonly path: string;
  readonly wrapper: string;
  readonly fields: Fields;
  /** Secret inputs, beside the connection's and the log stream's. */
  readonly secrets: readonly string[];
  readonly replacedBy: readonly string[];
  /** What Render fills in where the program leaves it out: to leave it out is no change. */
  readonly filledIn: readonly string[];
  /** Wanted inputs that are what Render has made of them, as it has them. */
  readonly settled?: (old: Properties, wanted: Properties) => Properties;
  readonly patched: readonly PatchField[];
  /** What only POST takes, by the API's names. */
  readonly created: (inputs: Properties) => Properties;
  /** The inputs that Render's answer says, beside name, plan, region, environment and allow list. */
  readonly told: (answer: ApiDatastore, written: Properties) => Properties;
  /** The fields of `connectionInfo`, and of the answer that has it. */
  readonly connection: Fields;
  readonly outputs?: Fields;
  /** What Render's answer says beside the inputs, by the names of outputs. */
  readonly reported?: (answer: ApiDatastore, inputs: Properties) => Properties;
  readonly computed?: ResourceKind["computed"];
  readonly planned?: ResourceKind["planned"];
  readonly check?: (inputs: Properties) => readonly Problem[];
  /** Inputs that mean the same are the same after this; undefined for what is as if it were left out. */
  readonly meaning?: (inputs: Properties) => Properties;
}

/** The strings that every connection has. */
export const CONNECTION_STRINGS = {
  internalConnectionString: text(),
  externalConnectionString: text(),
};
