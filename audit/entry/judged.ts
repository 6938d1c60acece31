import type { Fact } from "../../domain";
import { fileOf } from "../services/service-folders";
import type { Entry } from "./entry";
import { type PortOrBind, undecided } from "./port-or-bind";
import { FOLLOWED } from "./second-ports";

/** Whether a fact of code counts, by the entries that are known. */
export class Judged {
  private readonly isKnown: boolean;
  private readonly isClosed: boolean;

  constructor(
    private readonly entries: readonly Entry[],
    private readonly nativePython: boolean,
  ) {
    this.isKnown = entries.length > 0 && entries.every(({ end }) => end.is !== "open");
    this.isClosed =
      this.isKnown && entries.every(({ end, reach }) => end.is === "program" || reach?.open.length === 0);
  }

  /** The fact, one that is not decided in its place, or none. */
  decided(fact: Fact): readonly Fact[] {
    const file = fileOf(fact);
    if (fact.kind !== "port" && fact.kind !== "bind") return this.isOutside(file, fact) ? [] : [fact];
    const { started: how, ...stated } = fact;
    if (how === "configuration") return this.configured(file, stated);
    if (COMPILED.test(file)) return this.compiled(file, fact);
    if (!FOLLOWED.test(file)) return [fact];
    if (this.entries.length === 0)
      return how === undefined || how === "program" ? [stated] : [undecided(stated, NO_START)];
    if (this.reaches(file)) return this.reached(file, how, stated);
    if (this.isClosed || this.startsServersOnly()) return [];
    return [undecided(stated, this.whyOpen())];
  }

  /** Code of a compiled language counts where a program of it is started, and its sources hold the file. */
  private compiled(file: string, fact: PortOrBind): readonly Fact[] {
    if (this.entries.length === 0) return [fact];
    const programs = this.entries.filter(({ end }) => end.is === "program");
    if (programs.some(({ reach }) => reach === undefined || reach.files.has(file))) return [fact];
    return this.isKnown ? [] : [undecided(fact, this.whyOpen())];
  }

  private reached(file: string, how: string | undefined, stated: PortOrBind): readonly Fact[] {
    const starting = this.entries.filter(({ end }) => end.is === "file" && end.files.includes(file));
    const startsFile = starting.length > 0;
    if (how === undefined) return [stated];
    if (startsFile && starting.length < this.entries.length && how !== "program")
      return [undecided(stated, "only one of the start commands starts its file")];
    if (how === "program") return this.startsServersOnly() ? [] : [stated];
    if (how === "file") return startsFile ? [stated] : [];
    if (startsFile) return [stated];
    // A function of another file may be what the started one calls.
    return this.startsServersOnly()
      ? []
      : [undecided(stated, "nothing says whether the function it stands in is called")];
  }

  private configured(file: string, stated: PortOrBind): readonly Fact[] {
    if (this.nativePython && /\.py$/.test(file)) return [];
    if (!this.isKnown) return [undecided(stated, this.whyOpen())];
    return this.entries.some(({ settings }) => settings.includes(file)) ? [stated] : [];
  }

  /** What only code that runs can ask for, connect with or load. Secrets and URLs count wherever they are. */
  private isOutside(file: string, { kind }: Fact): boolean {
    const ofRunning =
      kind === "driver" ||
      kind === "driver-argument" ||
      kind === "wanted-variable" ||
      kind === "overriding-file" ||
      kind === "raw-password" ||
      kind === "put-together-url" ||
      kind === "address" ||
      kind === "code-setting";
    return ofRunning && FOLLOWED.test(file) && this.isClosed && !this.reaches(file) && !this.isBuilt(file);
  }

  /** A compiled program's own language is not followed, and neither is what its build makes of other files. */
  private isBuilt(file: string): boolean {
    return this.entries.some(({ end }) => end.is === "program") || MIGRATES.test(file);
  }

  private reaches(file: string): boolean {
    return this.entries.some(({ reach }) => reach?.files.has(file) === true);
  }

  /** Whether each entry is a server or a worker of its own, such as uvicorn or celery: what listens is another one. */
  private startsServersOnly(): boolean {
    return this.isKnown && this.entries.every(({ end }) => end.is === "server" || end.is === "worker");
  }

  private whyOpen(): string {
    for (const { end, reach } of this.entries) {
      if (end.is === "open") return `nothing says whether it is started: ${end.why}`;
      const [computed] = reach?.open ?? [];
      if (computed !== undefined)
        return `nothing says whether it is loaded: ${computed.file}:${computed.line} loads files by computed names`;
    }
    return NO_START;
  }
}

/** Code that a compiler reads before anything is started. */
export const COMPILED = /\.(?:go|rs|cs)$/;

const NO_START = "it holds only where the file is started by itself, and no start command says whether it is";

/** Migrations run before the service, by tools that its code does not import. */
const MIGRATES =
  /(?:^|\/)(?:alembic|migrations?|prisma|drizzle)\/|(?:^|\/)(?:knexfile|drizzle\.config|prisma\.config)\.[cm]?[jt]s$/;
