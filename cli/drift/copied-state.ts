const REFERENCE = "pulumi:pulumi:StackReference";

interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly dependencies?: readonly string[];
  readonly propertyDependencies?: Readonly<Record<string, readonly string[] | null>>;
}

/**
 * A stack's exported state, to be refreshed in a copy: without what was read of other stacks, which the copy's backend
 * does not have. No policy judges that: it is nothing that the stack has made.
 */
export function copiedState(exported: string): string {
  const state = JSON.parse(exported) as { deployment?: { resources?: readonly StateResource[] } };
  const resources = state.deployment?.resources;
  if (resources === undefined) return exported;
  const left = new Set(resources.filter(({ type }) => type === REFERENCE).map(({ urn }) => urn));
  if (left.size === 0) return exported;
  const kept = (urns: readonly string[]): readonly string[] => urns.filter((urn) => !left.has(urn));
  const others = resources
    .filter(({ urn }) => !left.has(urn))
    .map(({ dependencies, propertyDependencies, ...resource }) => ({
      ...resource,
      ...(dependencies !== undefined && { dependencies: kept(dependencies) }),
      ...(propertyDependencies !== undefined && {
        propertyDependencies: Object.fromEntries(
          Object.entries(propertyDependencies).map(([name, urns]) => [name, urns && kept(urns)]),
        ),
      }),
    }));
  return JSON.stringify({ ...state, deployment: { ...state.deployment, resources: others } });
}
