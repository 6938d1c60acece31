import { Hono } from "hono";
import { z } from "zod";
import type { Domain, Service } from "../../store";
import { accepted, answer, gone, listing } from "../answer";
import { readBody } from "../body";
import { type ApiContext, newestFirst, serviceOf } from "../context";
import { newDomains } from "../domain-names";
import { ApiFailure, notFound } from "../failure";
import { among, within } from "../pages";

const domainPost = z.strictObject({ name: z.string().min(1, "must not be empty") });

/** Without the service, which the API's description has and no recorded answer. */
const shown = (domain: Domain): Domain => domain;

/** By id or name. @throws ApiFailure 404 */
function domainOf(service: Service, idOrName: string): Domain {
  const found = service.domains.find(({ id, name }) => id === idOrName || name === idOrName.toLowerCase());
  if (found === undefined) throw notFound(idOrName);
  return found;
}

/** A name belongs to one service at a time; a redirect of that name is removed. @throws ApiFailure 409 */
function namesAreFree(context: ApiContext, wanted: readonly Domain[]): Domain[] {
  const taken = [...context.store.services.values()].flatMap(({ domains }) =>
    domains.map(({ name }) => name),
  );
  const [own, ...redirects] = wanted;
  if (own && taken.includes(own.name)) throw new ApiFailure(409, `name: ${own.name} is already in use`);
  return [...(own ? [own] : []), ...redirects.filter(({ name }) => !taken.includes(name))];
}

export function customDomainRoutes(context: ApiContext): Hono {
  const routes = new Hono();
  const path = "/services/:id/custom-domains";

  routes.get(path, (c) => {
    const service = serviceOf(context, c.req.param("id"));
    const items = newestFirst(service.domains).filter(
      ({ name, domainType, verificationStatus, createdAt }) =>
        among(c, "name", name) &&
        among(c, "domainType", domainType) &&
        among(c, "verificationStatus", verificationStatus) &&
        within(c, { created: createdAt }),
    );
    return listing(c, {
      name: "customDomain",
      items,
      keyOf: ({ id }) => id,
      shown,
    });
  });
  routes.post(path, async (c) => {
    const service = serviceOf(context, c.req.param("id"));
    const added = namesAreFree(context, newDomains((await readBody(c, domainPost)).name));
    service.domains = [...service.domains, ...added];
    return answer(c, added.map(shown), 201);
  });
  routes.get(`${path}/:domain`, (c) => {
    const service = serviceOf(context, c.req.param("id"));
    return answer(c, shown(domainOf(service, c.req.param("domain"))));
  });
  // A redirect is removed with its domain.
  routes.delete(`${path}/:domain`, (c) => {
    const service = serviceOf(context, c.req.param("id"));
    const { name } = domainOf(service, c.req.param("domain"));
    service.domains = service.domains.filter((each) => each.name !== name && each.redirectForName !== name);
    return gone(c);
  });
  // There is no DNS here: the check always passes.
  routes.post(`${path}/:domain/verify`, (c) => {
    domainOf(serviceOf(context, c.req.param("id")), c.req.param("domain")).verificationStatus = "verified";
    return accepted(c);
  });

  return routes;
}
