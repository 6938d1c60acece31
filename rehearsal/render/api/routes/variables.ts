import { type Context, Hono } from "hono";
import { cursorOf, timestamp } from "../../identifiers";
import type { Service } from "../../store";
import { answer, gone, listing } from "../answer";
import { readBody } from "../body";
import { type ApiContext, serviceOf } from "../context";
import { refused } from "../failure";
import { type Entry, entryOf, withEntry, without } from "../named-values";
import {
  givenValue,
  secretFileContent,
  secretFileList,
  secretFileProblems,
  secretFilesOf,
  variableList,
  variablesOf,
  variableValue,
} from "../schemas/variables";

/** Recorded: newest first, so a list is the reverse of its request (99 of 112). */
const inOwnOrder = (map: ReadonlyMap<string, string>): Entry[] => [...map].reverse();

const envVar = ([key, value]: Entry): unknown => ({ key, value });
const secretFile = ([name, content]: Entry): unknown => ({ name, content });
const keyOf = ([key]: Entry): string => key;

/** A PUT of the whole list is answered with the whole list, not in pages. */
const whole = (
  c: Context,
  name: string,
  map: ReadonlyMap<string, string>,
  shown: (entry: Entry) => unknown,
) =>
  answer(
    c,
    inOwnOrder(map).map((entry) => ({ cursor: cursorOf(keyOf(entry)), [name]: shown(entry) })),
  );

/** New maps replace the old ones, because a running deploy holds them. A change deploys nothing. */
function put(service: Service, field: "variables" | "secretFiles", map: Map<string, string>): void {
  service[field] = map;
  service.updatedAt = timestamp();
}

function envVarRoutes(context: ApiContext, routes: Hono): void {
  const service = (c: Context): Service => serviceOf(context, c.req.param("id") ?? "");
  const path = "/services/:id/env-vars";
  routes.get(path, (c) =>
    listing(c, { name: "envVar", items: inOwnOrder(service(c).variables), keyOf, shown: envVar }),
  );
  routes.put(path, async (c) => {
    const changed = service(c);
    put(changed, "variables", variablesOf(await readBody(c, variableList)));
    return whole(c, "envVar", changed.variables, envVar);
  });
  routes.get(`${path}/:key`, (c) => answer(c, envVar(entryOf(service(c).variables, c.req.param("key")))));
  routes.put(`${path}/:key`, async (c) => {
    const changed = service(c);
    const entry: Entry = [c.req.param("key"), givenValue(await readBody(c, variableValue))];
    put(changed, "variables", withEntry(changed.variables, ...entry));
    return answer(c, envVar(entry));
  });
  routes.delete(`${path}/:key`, (c) => {
    const changed = service(c);
    put(changed, "variables", without(changed.variables, c.req.param("key")));
    return gone(c);
  });
}

function secretFileRoutes(context: ApiContext, routes: Hono): void {
  const service = (c: Context): Service => serviceOf(context, c.req.param("id") ?? "");
  const path = "/services/:id/secret-files";
  routes.get(path, (c) =>
    listing(c, { name: "secretFile", items: inOwnOrder(service(c).secretFiles), keyOf, shown: secretFile }),
  );
  routes.put(path, async (c) => {
    const changed = service(c);
    put(changed, "secretFiles", secretFilesOf(await readBody(c, secretFileList)));
    return whole(c, "secretFile", changed.secretFiles, secretFile);
  });
  routes.get(`${path}/:name`, (c) =>
    answer(c, secretFile(entryOf(service(c).secretFiles, c.req.param("name")))),
  );
  routes.put(`${path}/:name`, async (c) => {
    const changed = service(c);
    const { content } = await readBody(c, secretFileContent);
    const entry: Entry = [c.req.param("name"), content];
    const files = withEntry(changed.secretFiles, ...entry);
    const problems = secretFileProblems(files);
    if (problems.length > 0) throw refused(problems.join("; "));
    put(changed, "secretFiles", files);
    return answer(c, secretFile(entry), 201);
  });
  routes.delete(`${path}/:name`, (c) => {
    const changed = service(c);
    put(changed, "secretFiles", without(changed.secretFiles, c.req.param("name")));
    return gone(c);
  });
}

/** A service's own variables and secret files. */
export function variableRoutes(context: ApiContext): Hono {
  const routes = new Hono();
  envVarRoutes(context, routes);
  secretFileRoutes(context, routes);
  return routes;
}
