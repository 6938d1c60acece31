import { Hono } from "hono";
import type { Header, Route, Service } from "../../store";
import { answer, listing } from "../answer";
import { readBody } from "../body";
import { type ApiContext, serviceOf } from "../context";
import { refused } from "../failure";
import { headerList, routeList } from "../schemas/site";
import { headersOf, routesOf } from "../service-creation";

/** Headers and routes of a static site. */
export function siteRuleRoutes(context: ApiContext): Hono {
  const routes = new Hono();

  /** @throws ApiFailure 400 for what has neither */
  function site(id: string): Service {
    const service = serviceOf(context, id);
    if (service.type !== "static_site") throw refused("only a static site has headers and routes");
    return service;
  }
  const ordered = (service: Service) => service.routes.map((route, priority) => ({ ...route, priority }));
  const keyOf = ({ id }: Header | Route): string => id;

  routes.get("/services/:id/headers", (c) => {
    // Newest first, the reverse of the request, as recorded; routes have an order of their own.
    const items = site(c.req.param("id")).headers.toReversed();
    return listing(c, { name: "header", items, keyOf, shown: (header) => header });
  });
  routes.put("/services/:id/headers", async (c) => {
    const service = site(c.req.param("id"));
    service.headers = headersOf(await readBody(c, headerList));
    return answer(c, service.headers);
  });
  routes.get("/services/:id/routes", (c) => {
    const items = ordered(site(c.req.param("id")));
    return listing(c, { name: "route", items, keyOf, shown: (route) => route });
  });
  // The order of the list is the order in which they apply.
  routes.put("/services/:id/routes", async (c) => {
    const service = site(c.req.param("id"));
    service.routes = routesOf(await readBody(c, routeList));
    return answer(c, ordered(service));
  });

  return routes;
}
