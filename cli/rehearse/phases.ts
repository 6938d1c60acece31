/** Whose time a phase is: Portcullis's own, or that of npm, pip, go, initdb, Pulumi and the service. */
export type PhaseOwner = "ours" | "theirs";

export interface Phase {
  readonly name: string;
  readonly whose: PhaseOwner;
  readonly seconds: number;
}

/** The phases of one rehearsal with their times. Phases of the same name are added up. */
export class Phases {
  readonly #phases = new Map<string, Phase>();

  constructor(
    /** Called with one line for each step of long work. */
    readonly report: (line: string) => void,
  ) {}

  async measure<T>(name: string, whose: PhaseOwner, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    try {
      return await work();
    } finally {
      this.add({ name, whose, seconds: (performance.now() - started) / 1000 });
    }
  }

  add({ name, whose, seconds }: Phase): void {
    const before = this.#phases.get(name)?.seconds ?? 0;
    this.#phases.set(name, { name, whose, seconds: before + seconds });
  }

  get all(): readonly Phase[] {
    return [...this.#phases.values()];
  }
}
