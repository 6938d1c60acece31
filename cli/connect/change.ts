import type { Choice } from "../../connect";
import { DRIVERS } from "../../domain";
import { stackFileName } from "../stacks/stack-file-name";
import type { Subject } from "./subject";

/** The lines to write for another way than the declared one; undefined where nothing has to change. */
export function changeOf(subject: Subject, { way, verdicts }: Choice): readonly string[] | undefined {
  const declared = verdicts.find(({ report }) => report.declared)?.report.way;
  if (way === undefined || way === declared) return undefined;
  if (subject.declaredBy === "supabase" && way.name !== "dedicated") {
    const { stack = subject.name, key = "portcullis:database", variable } = subject;
    if (variable !== undefined) {
      return [`# ${stackFileName(stack)}, in the service's databases.${variable}`, `connection: ${way.name}`];
    }
    const [top = "", ...inner] = key.split(".");
    const keys = [top, ...inner, "supabase"].map((one, depth) => `${"  ".repeat(depth)}${one}:`);
    return [`# ${stackFileName(stack)}`, ...keys, `${"  ".repeat(keys.length)}connection: ${way.name}`];
  }
  const { question, driver } = subject;
  const scheme = driver === undefined ? "postgresql" : DRIVERS[driver].schemes[0];
  const parameters = new URLSearchParams(way.parameters).toString();
  const query = parameters === "" ? "" : `?${parameters}`;
  // It may have been asked as another login than the role, behind whose name a pooler wants the tenant's.
  const { role = "", login = "" } = subject;
  const user = `${role}${way.user.slice(login.length)}`;
  const url = `${scheme}://${user}:PASSWORD@${way.host}:${way.port}/${question.database}${query}`;
  return subject.declaredBy === "variable"
    ? [`${subject.name}=${url}`]
    : [`# the secret URL of ${subject.name}: ${url}`];
}
