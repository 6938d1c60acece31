import type { Fact } from "../../../domain";
import { addressOf, boundFacts } from "./address";
import type { PythonModule } from "./module";

/** Whether a file is by its name one of gunicorn's settings: `gunicorn.conf.py` is read without being named. */
export function isGunicornConfiguration(path: string): boolean {
  return /(?:^|\/)gunicorn[\w.-]*\.py$/.test(path);
}

/** What `bind` says in a file of gunicorn's settings; it holds where gunicorn is started with that file. */
export function gunicornFacts(module: PythonModule): readonly Fact[] {
  const bound = isGunicornConfiguration(module.path) ? module.named("bind") : undefined;
  if (bound?.is !== "expression") return [];
  const address = addressOf(bound.module, bound.node);
  if (address === undefined) return [];
  return boundFacts(address, {
    place: bound.module.tree.place(bound.node, "bind"),
    started: "configuration",
  });
}
