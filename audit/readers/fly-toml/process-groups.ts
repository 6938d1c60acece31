import type { TomlTree } from "../syntax/toml";
import type { Entry } from "../syntax/tree";

/**
 * The process groups of an app, each on machines of its own, and the one that answers the app's requests. A service or a
 * check that names no group belongs to the default one: `app`, else the first by its name (superfly/flyctl,
 * internal/appconfig: Flatten and DefaultProcessName).
 */
export class ProcessGroups {
  /** The services of all groups, the one of HTTP first. */
  readonly services: readonly unknown[];
  private readonly groups: readonly Entry[];
  private readonly serving: string;

  constructor(private readonly tree: TomlTree) {
    const { root } = tree;
    const http = tree.value(root, "http_service");
    this.services = [...(http === undefined ? [] : [http]), ...tree.items(tree.value(root, "services"))];
    this.groups = tree.entries(tree.value(root, "processes"));
    this.serving = this.servingGroup(http);
  }

  /** The command of the group that answers; undefined where the image's own is started. */
  get command(): Entry | undefined {
    return this.groups.find(({ key }) => key === this.serving);
  }

  /** Their names; an app without groups has the default one. */
  get names(): readonly string[] {
    return this.groups.length === 0 ? ["app"] : this.groups.map(({ key }) => key);
  }

  /** The groups beside it that have a command of their own. */
  get others(): readonly Entry[] {
    return this.groups.filter(
      ({ key, value }) => key !== this.serving && (this.tree.text(value)?.trim() ?? "") !== "",
    );
  }

  /** The services that lead to a group. */
  servicesOf(name: string): readonly unknown[] {
    return this.services.filter((service) => this.groupsOf(service).includes(name));
  }

  /** Whether a service or a check is one of the group that answers. */
  readonly isServing = (node: unknown): boolean => this.groupsOf(node).includes(this.serving);

  private groupsOf(node: unknown): readonly string[] {
    const { tree } = this;
    const named = tree.items(tree.value(node, "processes")).flatMap((name) => tree.text(name) ?? []);
    return named.length > 0 ? named : [this.byDefault()];
  }

  private byDefault(): string {
    const names = this.groups.map(({ key }) => key);
    return names.length === 0 || names.includes("app") ? "app" : (names.toSorted()[0] ?? "app");
  }

  /** Of several services without one of HTTP, the one of a group that is called so. */
  private servingGroup(http: unknown): string {
    const served = this.services.flatMap((service) => this.groupsOf(service));
    const usual = ["app", "web"];
    if (http === undefined && served.length > 0)
      return usual.find((name) => served.includes(name)) ?? served[0] ?? "app";
    if (served.length > 0) return served[0] ?? "app";
    const names = this.groups.map(({ key }) => key);
    return usual.find((name) => names.includes(name)) ?? this.byDefault();
  }
}
