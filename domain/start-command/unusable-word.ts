/** Words of a command at which its program ends. */
export interface Unusable {
  /** Whether it certainly ends there. */
  readonly certain: boolean;
  readonly what: string;
  readonly expected: string;
  readonly got: string;
  readonly fix: string;
  /** The variable that says it, where none of the words does. */
  readonly variable?: string;
}
