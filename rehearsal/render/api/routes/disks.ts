import { type Context, Hono } from "hono";
import { timestamp } from "../../identifiers";
import { recordEvent } from "../../record-event";
import type { Disk, Service } from "../../store";
import { answer, gone, listing } from "../answer";
import { readBody } from "../body";
import { type ApiContext, newestFirst, serviceOf } from "../context";
import { ApiFailure, notFound, refused } from "../failure";
import { among, within } from "../pages";
import { diskPatch, diskPost } from "../schemas/disk";
import { newDisk } from "../service-creation";
import { assertSizes } from "../service-rules";

interface Attached {
  readonly disk: Disk;
  readonly service: Service;
  readonly createdAt: string;
}

function attached(context: ApiContext): Attached[] {
  return [...context.store.services.values()].flatMap((service) => {
    const { disk } = service.details;
    return disk === undefined ? [] : [{ disk, service, createdAt: disk.createdAt }];
  });
}

/** @throws ApiFailure 404 */
function diskOf(context: ApiContext, id: string): Attached {
  const found = attached(context).find(({ disk }) => disk.id === id);
  if (found === undefined) throw notFound(id);
  return found;
}

const shown = ({ disk, service }: Attached): unknown => ({ ...disk, serviceId: service.id });

function attach(service: Service, disk: Disk | undefined): void {
  service.details = { ...service.details, disk };
  service.updatedAt = timestamp();
}

const isWanted = (c: Context, { disk, service }: Attached): boolean =>
  among(c, "ownerId", service.ownerId) &&
  among(c, "diskId", disk.id) &&
  among(c, "name", disk.name) &&
  among(c, "serviceId", service.id) &&
  within(c, { created: disk.createdAt, updated: disk.updatedAt });

/** A disk never shrinks. @throws ApiFailure 400 */
function resized(disk: Disk, sizeGB: number | undefined): number {
  if (sizeGB !== undefined && sizeGB < disk.sizeGB) {
    throw refused(`sizeGB: a disk cannot shrink, it has ${disk.sizeGB} GB`);
  }
  return sizeGB ?? disk.sizeGB;
}

/** Disks are recorded only; a service's processes see none. */
export function diskRoutes(context: ApiContext): Hono {
  const routes = new Hono();

  routes.get("/disks", (c) =>
    listing(c, {
      name: "disk",
      items: newestFirst(attached(context)).filter((each) => isWanted(c, each)),
      keyOf: ({ disk }) => disk.id,
      shown,
    }),
  );
  routes.post("/disks", async (c) => {
    const { serviceId, ...given } = await readBody(c, diskPost);
    const service = serviceOf(context, serviceId);
    if (service.details.disk) throw new ApiFailure(409, `serviceId: ${serviceId} has a disk already`);
    const disk = newDisk(given);
    assertSizes({ ...service.details, disk });
    attach(service, disk);
    recordEvent(service, "disk_created", { diskId: disk.id, sizeGB: disk.sizeGB });
    return answer(c, shown({ disk, service, createdAt: disk.createdAt }), 201);
  });
  routes.get("/disks/:id", (c) => answer(c, shown(diskOf(context, c.req.param("id")))));
  routes.patch("/disks/:id", async (c) => {
    const { disk, service, createdAt } = diskOf(context, c.req.param("id"));
    const { name = disk.name, mountPath = disk.mountPath, sizeGB } = await readBody(c, diskPatch);
    const changed = { ...disk, name, mountPath, sizeGB: resized(disk, sizeGB), updatedAt: timestamp() };
    attach(service, changed);
    if (changed.sizeGB !== disk.sizeGB) {
      const details = { diskId: disk.id, fromSizeGB: disk.sizeGB, toSizeGB: changed.sizeGB };
      recordEvent(service, "disk_updated", details);
    }
    return answer(c, shown({ disk: changed, service, createdAt }));
  });
  routes.delete("/disks/:id", (c) => {
    const { disk, service } = diskOf(context, c.req.param("id"));
    attach(service, undefined);
    recordEvent(service, "disk_deleted", { diskId: disk.id });
    return gone(c);
  });

  return routes;
}
