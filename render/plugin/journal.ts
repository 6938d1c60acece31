import { createHash, randomBytes } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import envPaths from "env-paths";
import { isRecord } from "../../render-api";
import { makeFolder, writeWhole } from "../../system";
import type { CreationNote, Notes, Touched } from "../notes";
import type { Properties } from "./property-values";

/** The notes of one resource, as they lie in their file. */
interface Page {
  readonly urn: string;
  readonly creations: Record<string, CreationNote>;
  update?: {
    readonly touched: readonly Touched[];
    /** Of the inputs that were wanted, so that they are known again in a state; salted, because they hold secrets. */
    readonly digest: string;
    readonly salt: string;
    done: boolean;
  };
}

/** Where the provider writes down what it is about to do: `PORTCULLIS_DATA`, otherwise the user's folder of data. */
export function journalFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const chosen = environment.PORTCULLIS_DATA;
  const data =
    chosen === undefined || chosen === ""
      ? envPaths("portcullis", { suffix: "" }).data
      : path.resolve(chosen);
  return path.join(data, "render");
}

/**
 * The notes of all resources of one workspace at Render, one file for each resource that has any. A folder that cannot
 * be written costs the notes, never the update; that is said once.
 */
export class Journal {
  private told = false;

  constructor(
    private readonly folder: string,
    private readonly workspace: string,
  ) {}

  /** The notes of one resource. `warn` is called once where nothing can be written down. */
  notes(urn: string, warn: (message: string) => void = () => undefined): Notes {
    // Read again each time: an update writes to the same page.
    const page = (): Page => this.read(urn);
    return {
      creation: (part) => page().creations[part],
      noteCreation: (part, note) => {
        const { [part]: _, ...others } = page().creations;
        const creations = note === undefined ? others : { ...others, [part]: note };
        this.write({ ...page(), creations }, warn);
      },
      parts: () => Object.keys(page().creations),
      touched: () => page().update?.touched ?? [],
    };
  }

  /** To be called before an update: what it may change, with what an interrupted one before it may have. */
  noteUpdate(
    urn: string,
    touched: readonly Touched[],
    wanted: Properties,
    warn: (message: string) => void,
  ): void {
    const page = this.read(urn);
    const earlier = page.update?.touched ?? [];
    const all = new Map([...earlier, ...touched].map((one) => [JSON.stringify(one), one]));
    const salt = randomBytes(16).toString("hex");
    page.update = { touched: [...all.values()], salt, digest: digestOf(wanted, salt), done: false };
    this.write(page, warn);
  }

  /** To be called once all changes of an update are made. */
  updateDone(urn: string): void {
    const page = this.read(urn);
    if (page.update === undefined) return;
    page.update.done = true;
    this.write(page, () => undefined);
  }

  /** Removes what the engine's state knows: the thing with this id, its parts, and an update to these inputs. */
  settle(urn: string, id: string, state: Properties, inputs: Properties): void {
    const page = this.read(urn);
    const known = JSON.stringify([id, state]);
    let changed = false;
    for (const [part, note] of Object.entries(page.creations)) {
      if (note.id === undefined || !known.includes(JSON.stringify(note.id))) continue;
      delete page.creations[part];
      changed = true;
    }
    const { update } = page;
    if (update?.done && update.digest === digestOf(inputs, update.salt)) {
      delete page.update;
      changed = true;
    }
    if (changed) this.write(page, () => undefined);
  }

  /** Removes what was noted of updates: the resource is a new one. */
  created(urn: string): void {
    const { update, ...page } = this.read(urn);
    if (update !== undefined) this.write(page, () => undefined);
  }

  /** Removes what was noted of a thing that is gone. */
  gone(urn: string, id: string): void {
    const { creations, ...page } = this.read(urn);
    const others = Object.entries(creations).filter(([part, note]) => part === "" && note.id !== id);
    if (page.update !== undefined || others.length < Object.keys(creations).length)
      this.write({ urn, creations: Object.fromEntries(others) }, () => undefined);
  }

  private file(urn: string): string {
    const name = createHash("sha256").update(`${this.workspace}\n${urn}`).digest("hex").slice(0, 32);
    return path.join(this.folder, `${name}.json`);
  }

  private read(urn: string): Page {
    try {
      const page = JSON.parse(readFileSync(this.file(urn), "utf8"));
      if (isRecord(page) && page.urn === urn && isRecord(page.creations)) return page as unknown as Page;
    } catch {
      // There is none, or none that can be read: nothing is known.
    }
    return { urn, creations: {} };
  }

  private write(page: Page, warn: (message: string) => void): void {
    try {
      if (Object.keys(page.creations).length === 0 && page.update === undefined) {
        rmSync(this.file(page.urn), { force: true });
        return;
      }
      makeFolder(this.folder, 0o700);
      writeWhole(this.file(page.urn), `${JSON.stringify(page)}\n`, 0o600);
    } catch (error) {
      if (this.told) return;
      this.told = true;
      const why = error instanceof Error ? error.message : String(error);
      warn(
        `${this.folder} cannot be written (${why}): an update that is interrupted now cannot be gone on with.`,
      );
    }
  }
}

function digestOf(inputs: Properties, salt: string): string {
  return createHash("sha256")
    .update(salt)
    .update(JSON.stringify(sorted(inputs)))
    .digest("hex");
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
