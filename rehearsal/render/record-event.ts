import type { ServiceEvent } from "./events";
import { newId, timestamp } from "./identifiers";
import type { Service } from "./store";

/** Adds an event to the service's history, newest first. */
export function recordEvent(service: Service, type: string, details: ServiceEvent["details"] = {}): void {
  service.events.unshift({ id: newId("evt"), serviceId: service.id, timestamp: timestamp(), type, details });
}
