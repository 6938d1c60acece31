import { type Fact, factsOf, type StartCommandFact } from "../../domain";
import type { ApplicationForm } from "../../domain/code-fact";
import { calledForm } from "../../domain/start-command/interface";
import type { Repository } from "../reader";
import { ModuleGraph } from "../readers/code/module-graph";
import { applicationForm } from "../readers/python/application-form";
import { PYTHON_LANGUAGE } from "../readers/python/language";
import { fileOf } from "../services/service-folders";
import type { Application } from "./application";
import { isWithoutClass, workerOf } from "./worker-class";
import { startedWords } from "./wrappers";

/** The form of an application, and the one in which its server calls it, where both are certain and differ. */
export function otherForm(
  { attribute = "", files: [file] }: Application,
  text: string,
  start: StartCommandFact,
  bases: readonly string[],
  repository: Repository,
  facts: readonly Fact[],
): { readonly program: string; readonly form: ApplicationForm } | undefined {
  const code = file === undefined ? undefined : repository.text(file);
  if (file === undefined || code === undefined || !/^\w+$/.test(attribute)) return undefined;
  const called = calledAs(text, start, bases, repository, facts);
  if (called === undefined) return undefined;
  const module = ModuleGraph.of(repository, PYTHON_LANGUAGE).module({ path: file, text: code });
  const form = module === undefined ? undefined : applicationForm(module, attribute);
  return form === undefined || form === called.form ? undefined : { program: called.program, form };
}

function calledAs(
  text: string,
  start: StartCommandFact,
  bases: readonly string[],
  repository: Repository,
  facts: readonly Fact[],
): { readonly program: string; readonly form: ApplicationForm } | undefined {
  const words = startedWords(text);
  const program = words[0]?.split("/").at(-1) ?? "";
  const set = factsOf(facts, "variable").filter(({ service }) => service === start.service);
  const isSet = (name: string) =>
    set.some((one) => one.name === name) || repository.text(fileOf(start))?.includes(name) === true;
  if (["GUNICORN_CMD_ARGS", "UVICORN_INTERFACE", "GRANIAN_INTERFACE"].some(isSet)) return undefined;
  if (program !== "gunicorn") {
    const form = calledForm(program, words, () => undefined);
    return form === undefined ? undefined : { program, form };
  }
  const worker = workerOf(text, start, bases, repository);
  if (worker === undefined && !isWithoutClass(text, bases, repository)) return undefined;
  // Without a class it is gunicorn's own worker of WSGI, with threads or without.
  const form =
    worker === undefined ? "wsgi" : calledForm(program, ["gunicorn", "-k", worker], () => undefined);
  return form === undefined ? undefined : { program, form };
}
