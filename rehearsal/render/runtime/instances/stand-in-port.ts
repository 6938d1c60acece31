import { freePort } from "../../../../system";
import type { PreparedDeploy, RuntimeContext } from "../context";
import { portOf } from "../environment/variables";

/** A deploy whose process gets another PORT than its service has. */
export interface StandIn {
  readonly prepared: PreparedDeploy;
  /** The port at Render for the one that the process opens. */
  readonly asDeclared: (opened: number) => number;
}

/**
 * Gives a process another PORT where an earlier service has the same one: at Render each has an address of its own, and
 * this machine has one for all. What follows PORT runs there, and the API names the service's own port.
 */
export async function withStandIn(
  { store }: RuntimeContext,
  prepared: PreparedDeploy,
  primary: number,
): Promise<StandIn> {
  const { service, snapshot } = prepared;
  const port = portOf(snapshot, primary);
  const sharing = [...store.services.values()].filter(
    ({ type, suspended, variables }) =>
      !suspended &&
      (type === "web_service" || type === "private_service") &&
      Number(variables.get("PORT")) === port,
  );
  const [owner] = sharing;
  service.standInPort = undefined;
  if (owner === undefined || owner === service || !sharing.includes(service))
    return { prepared, asDeclared: (opened) => opened };
  const instead = await freePort();
  service.standInPort = instead;
  service.log.note(
    "app",
    `${owner.name} has port ${port} of this machine: this service gets PORT=${instead} in its place, and one that ` +
      "does not follow PORT cannot run beside it. On Render each has its own.",
  );
  const variables = new Map([...snapshot.variables, ["PORT", String(instead)] as const]);
  return {
    prepared: { ...prepared, snapshot: { ...snapshot, variables } },
    asDeclared: (opened) => (opened === instead ? port : opened),
  };
}
