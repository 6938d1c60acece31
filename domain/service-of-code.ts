import type { Place } from "./place";
import type { ServiceType } from "./service-type";

/** What a service says of its code, by the names that a program gives to it. */
export type FieldOfCode =
  | "rootDirectory"
  | "buildCommand"
  | "preDeployCommand"
  | "startCommand"
  | "publishPath"
  | "healthCheckPath"
  | "dockerfilePath"
  | "dockerContext";

/** A service that a program declares: what decides which of its repository's code is built and started. */
export interface ServiceOfCode extends Readonly<Partial<Record<FieldOfCode, string>>> {
  /** The address of its repository, in any form that git has. */
  readonly repository: string;
  readonly branch?: string;
  readonly type: ServiceType;
  readonly runtime: string;
  /** Its own variables, as far as their values are known. */
  readonly variables: ReadonlyMap<string, string>;
}

/** Where the program sets one of these, or a variable by its name. */
export type PlaceOfField = (field: FieldOfCode | { readonly variable: string }) => Place;
