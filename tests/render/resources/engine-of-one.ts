import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { changesOf, rootOf } from "../../../render/difference";
import { IncompleteResourceError } from "../../../render/failure";
import { Journal } from "../../../render/plugin/journal";
import type { Properties } from "../../../render/plugin/property-values";
import type { ResourceKind } from "../../../render/resource-kind";
import { touchedBetween, touchedDifferences } from "../../../render/touched";
import { RenderClient } from "../../../render-api";
import { type CalledKind, SHORT_PAUSES } from "../called-kind";

/** What the requests of one run come to: the one with this number, and all after it, find the provider gone. */
export interface Interruption {
  /** Of those that change something; the first is 1. */
  readonly number: number;
  /** Whether Render acts on that one. */
  readonly moment: "before" | "after";
  /** A provider that is killed says nothing to the engine; one that fails hands over what it has made. */
  readonly end: "killed" | "failed";
}

interface State {
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
  readonly unfinished?: true;
}

/** Does with one resource what Pulumi's engine and the provider's service do, in this process. */
export class EngineOfOne {
  state: State | undefined;
  private readonly folder = mkdtempSync(path.join(tmpdir(), "portcullis-journal-"));
  private readonly urn: string;

  constructor(
    private readonly kinds: CalledKind,
    private readonly kind: ResourceKind,
    name: string,
  ) {
    this.urn = `urn:pulumi:test::program::${kind.token}::${name}`;
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** @returns whether anything was to do */
  async up(wanted: Properties, interruption?: Interruption): Promise<boolean> {
    try {
      return await this.brought(this.kinds.checked(this.kind, wanted), interruption);
    } catch (error) {
      if (interruption?.end === "failed" && error instanceof IncompleteResourceError) {
        const { inputs } = this.state ?? {};
        const { id, outputs } = error;
        this.state = {
          id,
          outputs,
          inputs: inputs ?? this.kinds.checked(this.kind, wanted),
          unfinished: true,
        };
      }
      throw error;
    }
  }

  async destroy(interruption?: Interruption): Promise<void> {
    if (this.state === undefined) return;
    const { id, outputs } = this.state;
    await this.kind.delete(this.context(interruption), id, outputs);
    this.journal.gone(this.urn, id);
    this.state = undefined;
  }

  /** Paths at which Render has something else than the state. */
  async drift(): Promise<readonly string[]> {
    if (this.state === undefined) return [];
    const { id, inputs, outputs } = this.state;
    const found = await this.kind.read(this.context(), id, inputs, outputs);
    return changesOf(this.kind, found?.inputs ?? {}, inputs, outputs).map(({ path: at }) => at);
  }

  private async brought(wanted: Properties, interruption: Interruption | undefined): Promise<boolean> {
    const { state, kind, journal, urn } = this;
    if (state === undefined) {
      journal.created(urn);
      const { id, outputs } = await kind.create(this.context(interruption), wanted);
      this.state = { id, outputs, inputs: wanted };
      return true;
    }
    journal.settle(urn, state.id, state.outputs, state.inputs);
    const touched = journal.notes(urn).touched();
    const shown = changesOf(kind, state.inputs, wanted, state.outputs);
    const all = [...shown, ...touchedDifferences(touched, shown, state.inputs, wanted)];
    if (all.length === 0 && !state.unfinished) return false;
    if (all.some(({ path: at }) => kind.replacedBy.includes(rootOf(at)))) {
      await this.destroy(interruption);
      return this.brought(wanted, interruption);
    }
    const changed = [...shown.map(({ path: at }) => rootOf(at)), ...touched.map(([root]) => root)];
    journal.noteUpdate(urn, touchedBetween(new Set(changed), state.inputs, wanted), wanted, () => undefined);
    const old = { inputs: state.inputs, state: state.outputs, touched };
    const outputs = await kind.update(this.context(interruption), state.id, old, wanted);
    journal.updateDone(urn);
    this.state = { id: state.id, inputs: wanted, outputs };
    return true;
  }

  private get journal(): Journal {
    return new Journal(this.folder, "here");
  }

  private context(interruption?: Interruption) {
    const { host, apiKey } = this.kinds.called.render;
    let changing = 0;
    let gone = false;
    const sent: typeof fetch = async (address, options) => {
      if (gone) throw new Error("the provider is gone");
      const counts = options?.method !== "GET" && ++changing === interruption?.number;
      if (!counts) return fetch(address, options);
      gone = true;
      if (interruption.moment === "after") await fetch(address, options);
      throw new Error("the provider is gone");
    };
    const client = new RenderClient({ host, apiKey, retry: SHORT_PAUSES, fetch: sent });
    return this.kinds.context({ client, urn: this.urn, notes: this.journal.notes(this.urn) });
  }
}
