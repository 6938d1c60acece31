import { type Context, Hono } from "hono";
import { timestamp } from "../../identifiers";
import type { EnvGroup } from "../../store";
import { answer, gone } from "../answer";
import { envGroupAnswer } from "../answers/env-group";
import { readBody } from "../body";
import { type ApiContext, found } from "../context";
import { refused } from "../failure";
import { entryOf, withEntry, without } from "../named-values";
import { givenValue, secretFileContent, secretFileProblems, variableValue } from "../schemas/variables";

/** The single variables and files of a group; a PUT answers the whole group. */
export function envGroupEntryRoutes(context: ApiContext): Hono {
  const { store } = context;
  const routes = new Hono();
  const groupOf = (c: Context): EnvGroup => found(store.groups, c.req.param("id") ?? "");
  const put = (group: EnvGroup, change: Partial<Pick<EnvGroup, "variables" | "secretFiles">>): void => {
    Object.assign(group, change, { updatedAt: timestamp() });
  };

  const variable = "/env-groups/:id/env-vars/:key";
  routes.get(variable, (c) => {
    const [key, value] = entryOf(groupOf(c).variables, c.req.param("key"));
    return answer(c, { key, value });
  });
  routes.put(variable, async (c) => {
    const group = groupOf(c);
    const value = givenValue(await readBody(c, variableValue));
    put(group, { variables: withEntry(group.variables, c.req.param("key"), value) });
    return answer(c, envGroupAnswer(store, group));
  });
  routes.delete(variable, (c) => {
    const group = groupOf(c);
    put(group, { variables: without(group.variables, c.req.param("key")) });
    return gone(c);
  });

  const file = "/env-groups/:id/secret-files/:name";
  routes.get(file, (c) => {
    const [name, content] = entryOf(groupOf(c).secretFiles, c.req.param("name"));
    return answer(c, { name, content });
  });
  routes.put(file, async (c) => {
    const group = groupOf(c);
    const { content } = await readBody(c, secretFileContent);
    const files = withEntry(group.secretFiles, c.req.param("name"), content);
    const problems = secretFileProblems(files);
    if (problems.length > 0) throw refused(problems.join("; "));
    put(group, { secretFiles: files });
    return answer(c, envGroupAnswer(store, group));
  });
  routes.delete(file, (c) => {
    const group = groupOf(c);
    put(group, { secretFiles: without(group.secretFiles, c.req.param("name")) });
    return gone(c);
  });

  return routes;
}
