import type { Knowable } from "./knowable";
import type { Stated } from "./stated";

/** What a program gives the platform beside a service's variables: a registry's token, a stream's address, a domain. */
export interface InputFact extends Stated {
  readonly kind: "input";
  /** As a variable of the same value would be called, which says what belongs there. */
  readonly name: string;
  /** As the program has it. */
  readonly what: string;
  readonly value: Knowable<string>;
}
