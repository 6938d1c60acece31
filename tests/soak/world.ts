import { mkdir, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { type Json, REPOSITORY } from "../rehearsal/render/called-render";
import { OWN_PROCESS, type Run, type RunOptions, TypedProgram } from "../render/typed-program";
import { CANARY, nameOf, type Plan, resourcesOf } from "./declared";
import { FaultProxy } from "./fault-proxy";

/** An embedded Render behind a proxy, and one stack that is deployed to it. */
export class World {
  private constructor(
    readonly program: TypedProgram,
    readonly proxy: FaultProxy,
  ) {}

  static async open(): Promise<World> {
    const proxy = await FaultProxy.open();
    const program = await TypedProgram.open(
      { "render:host": proxy.host },
      {},
      { ...OWN_PROCESS, fixture: "soak-program" },
    );
    proxy.target = program.called.render.host;
    await mkdir(path.join(program.folder, "data"));
    return new World(program, proxy);
  }

  async close(): Promise<void> {
    await this.program.close();
    await this.proxy.close();
  }

  declare(plan: Plan): void {
    const { port } = this.program;
    this.program.resources = resourcesOf(plan, { host: this.proxy.host, port, repository: REPOSITORY });
  }

  pulumi(args: readonly string[], options: RunOptions = {}): Promise<Run> {
    return this.program.pulumi(args, options);
  }

  async locked(): Promise<boolean> {
    const files = await readdir(path.join(this.program.folder, "state"), { recursive: true });
    return files.some((file) => /locks\/.*\.json$/.test(file));
  }

  /** Makes the extra parts as a person would. @returns their ids, by resource name */
  async makeByHand(plan: Plan): Promise<Record<string, string>> {
    this.declare(plan);
    const { called } = this.program;
    const { ownerId } = called.render;
    const args = Object.fromEntries(this.program.resources.map((each) => [each.name, each.args])) as Json;
    const { protectedStatus } = args.project.environments.live;
    const project = await called.ask("POST", "/projects", {
      ...{ ownerId, name: nameOf(plan, "shop"), environments: [{ name: "live", protectedStatus }] },
    });
    const [{ environment }] = await called.ask("GET", `/environments?projectId=${project.id}`);
    const envVars = variables(args.second.envVars);
    const second = await called.ask("POST", "/env-groups", { ownerId, name: args.second.name, envVars });
    const { disk, notificationOverride, region } = args.side;
    const { service } = await called.ask("POST", "/services", {
      ...{ type: "web_service", ownerId, name: args.side.name, envVars: variables(args.side.envVars) },
      ...{ image: { ownerId, imagePath: "docker.io/library/nginx:1" }, environmentId: environment.id },
      serviceDetails: {
        ...{ runtime: "image", plan: "starter", region },
        ...(disk && { disk: { name: disk.name, mountPath: disk.mountPath, sizeGB: disk.sizeGb } }),
      },
    });
    if (notificationOverride !== undefined) {
      const at = `/notification-settings/overrides/services/${service.id}`;
      await called.ask("PATCH", at, { ...notificationOverride, previewNotificationsEnabled: "default" });
    }
    return { project: project.id, second: second.id, side: service.id };
  }

  /** What Render has, as `kind name`, sorted. */
  async atRender(): Promise<{ readonly names: string[]; readonly ids: string[] }> {
    const { services, groups, projects } = await this.program.atRender();
    const environments: Json[] = [];
    for (const { id } of projects)
      environments.push(...(await this.program.called.ask("GET", `/environments?projectId=${id}&limit=100`)));
    const kinds = {
      WebService: services,
      EnvGroup: groups,
      Project: projects,
      environment: environments.map((each) => each.environment ?? each),
    };
    const names = Object.entries(kinds).flatMap(([kind, all]) =>
      all.map(({ name }: Json) => `${kind} ${name}`),
    );
    return {
      names: names.toSorted(),
      ids: [...services, ...groups, ...projects].map(({ id }) => id).toSorted(),
    };
  }

  /** What Render should have of the plan, as `kind name`, sorted. */
  wanted(): string[] {
    const kinds = new Set(["WebService", "EnvGroup", "Project"]);
    const { resources } = this.program;
    const own = resources
      .filter(({ kind }) => kinds.has(kind))
      .map(({ kind, args }) => `${kind} ${args.name}`);
    const environments = resources.filter(({ kind }) => kind === "Project").map(() => "environment live");
    return [...own, ...environments].toSorted();
  }

  /** Where a secret lies as plain text. */
  async leaks(): Promise<string[]> {
    const said = this.program.transcript.includes(CANARY) ? ["the output of pulumi"] : [];
    const folders = ["state", "data"].map((name) => path.join(this.program.folder, name));
    const entries = (
      await Promise.all(folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })))
    ).flat();
    for (const entry of entries.filter((each) => each.isFile())) {
      const text = await readFile(path.join(entry.parentPath, entry.name), "utf8");
      if (text.includes(CANARY)) said.push(entry.name);
    }
    return said;
  }
}

const variables = (bag: Json) =>
  Object.entries(bag).map(([key, { value }]: [string, Json]) => ({ key, value: value.secret ?? value }));
