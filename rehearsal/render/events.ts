import { newId, timestamp } from "./identifiers";
import type { Service } from "./store";

/** Why a process or deploy failed, in the API's structure. */
export interface Failure {
  readonly evicted: false;
  readonly oomKilled?: { readonly memoryLimit: string };
  readonly nonZeroExit?: number;
  readonly earlyExit?: true;
  readonly timedOutSeconds?: number;
  readonly timedOutReason?: string;
  readonly unhealthy?: string;
}

export interface ServiceEvent {
  readonly id: string;
  readonly serviceId: string;
  readonly timestamp: string;
  readonly type: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Adds an event to the service's history, newest first. */
export function record(service: Service, type: string, details: ServiceEvent["details"] = {}): void {
  service.events.unshift({ id: newId("evt"), serviceId: service.id, timestamp: timestamp(), type, details });
}
