import { type Fact, factsOf } from "../../../domain";
import { placeAt } from "../../../domain/text-place";
import { isManifest } from "../../../platforms";
import type { Chain } from "../chain";
import type { Entry } from "../entry";
import { type Named, setInManifest, withoutProse } from "./named";
import type { Project } from "./project";

const NAME = "DJANGO_SETTINGS_MODULE";
const SETS =
  /os\.environ(?:\.setdefault\(\s*|\[\s*)["']DJANGO_SETTINGS_MODULE["']\s*(?:,|\]\s*=)\s*["']([\w.]+)["']/g;

/**
 * The settings that Django is given: by the command, else by a variable, else by the file that is started
 * (docs.djangoproject.com/en/stable/topics/settings).
 */
export function djangoSettings(
  { facts, bases, repository, start }: Project,
  { steps, end }: Chain,
  entry: Entry,
): readonly Named[] {
  if (repository.named("manage.py").length === 0 || (end.is !== "server" && end.is !== "file")) return [];
  const text = steps.map((step) => step.text).join("\n");
  if (text.includes(NAME) || /--settings\b/.test(text)) return [];
  const set = setInManifest(NAME, facts).map(({ value, place }) => ({ module: value, place, bases }));
  if (
    set.length > 0 ||
    factsOf(facts, "variable").some((fact: Fact & { name: string }) => fact.name === NAME)
  )
    return set;
  // Where nothing but a developer's machine is known, a variable of it may say otherwise.
  const [file] = end.files;
  const code = file === undefined ? undefined : repository.text(file);
  if (file === undefined || code === undefined || !isManifest(start.place) || entry.reach === undefined)
    return [];
  const found = [...withoutProse(code).matchAll(SETS)];
  return found.length !== 1
    ? []
    : found.map(({ index, 1: module = "" }) => ({ module, place: placeAt(file, code, index), bases }));
}
