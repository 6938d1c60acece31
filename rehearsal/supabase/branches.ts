import { randomBytes, randomInt, randomUUID } from "node:crypto";
import type { Tenant } from "../pooler";
import type { Postgres } from "../postgres";

/** What a branch is made with, and what it is from then on. */
export interface EmbeddedBranch {
  readonly id: string;
  readonly name: string;
  readonly ref: string;
  readonly parent: string;
  readonly gitBranch: string | undefined;
  readonly persistent: boolean;
  readonly createdAt: string;
  status: "CREATING_PROJECT" | "RUNNING_MIGRATIONS" | "MIGRATIONS_PASSED" | "MIGRATIONS_FAILED";
  projectStatus: "COMING_UP" | "ACTIVE_HEALTHY" | "INACTIVE" | "INIT_FAILED";
  server: Postgres | undefined;
  /** Ends when its database is there with the migrations, or is not. */
  work: Promise<void>;
}

export interface BranchesOptions {
  /** The projects that have branches, by their references. */
  readonly projects: readonly string[];
  /** The pooler's tenants by reference; each branch is added, and removed with its database. */
  readonly tenants: Record<string, Tenant>;
  readonly startDatabase: () => Promise<Postgres>;
  /** Runs the migrations of a project in a branch's database. @default none */
  readonly migrate?: (server: Postgres, parent: string) => Promise<void>;
  /** Whether a second branch of a name is made, which Supabase's description leaves open. @default false */
  readonly sameNames?: boolean;
}

/** The branches of the embedded projects. */
export class Branches {
  readonly #all = new Map<string, EmbeddedBranch>();

  constructor(private readonly options: BranchesOptions) {}

  has(project: string): boolean {
    return this.options.projects.includes(project);
  }

  of(project: string): readonly EmbeddedBranch[] {
    return [...this.#all.values()].filter(({ parent }) => parent === project);
  }

  find(reference: string): EmbeddedBranch | undefined {
    return [...this.#all.values()].find(({ ref, id }) => ref === reference || id === reference);
  }

  /** @returns undefined where the project has a branch of that name, and may have no second one */
  create(
    parent: string,
    asked: { readonly name: string; readonly gitBranch: string | undefined; readonly persistent: boolean },
  ): EmbeddedBranch | undefined {
    if (!this.options.sameNames && this.of(parent).some(({ name }) => name === asked.name)) return undefined;
    const branch: EmbeddedBranch = {
      ...asked,
      parent,
      id: randomUUID(),
      ref: Array.from({ length: 20 }, () => String.fromCharCode(97 + randomInt(26))).join(""),
      createdAt: new Date().toISOString(),
      status: "CREATING_PROJECT",
      projectStatus: "COMING_UP",
      server: undefined,
      work: Promise.resolve(),
    };
    this.#all.set(branch.id, branch);
    branch.work = this.#bringUp(branch);
    return branch;
  }

  async #bringUp(branch: EmbeddedBranch): Promise<void> {
    const { startDatabase, migrate } = this.options;
    try {
      branch.server = await startDatabase();
    } catch {
      branch.projectStatus = "INIT_FAILED";
      return;
    }
    this.resume(branch);
    branch.status = "RUNNING_MIGRATIONS";
    try {
      await migrate?.(branch.server, branch.parent);
      branch.status = "MIGRATIONS_PASSED";
    } catch {
      branch.status = "MIGRATIONS_FAILED";
    }
  }

  /** As Supabase does with a branch that is not used: nothing answers by its reference. */
  pause(branch: EmbeddedBranch): void {
    delete this.options.tenants[branch.ref];
    branch.projectStatus = "INACTIVE";
  }

  /** Makes a branch that has a database answer by its reference. */
  resume(branch: EmbeddedBranch): void {
    if (branch.server === undefined) return;
    const { socketDirectory, port } = branch.server;
    this.options.tenants[branch.ref] = { socketDirectory, port };
    branch.projectStatus = "ACTIVE_HEALTHY";
  }

  async remove({ id, ref }: EmbeddedBranch): Promise<void> {
    const branch = this.#all.get(id);
    this.#all.delete(id);
    delete this.options.tenants[ref];
    await branch?.work;
    delete this.options.tenants[ref];
    await branch?.server?.stop();
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#all.values()].map((branch) => this.remove(branch)));
  }
}

/** A token of the form that Supabase's have. */
export const newToken = (): string => `sbp_${randomBytes(20).toString("hex")}`;
