import path from "node:path";
import { type Fact, factsOf, type Place } from "../../../domain";
import { oncePerRepository } from "../../once-per-repository";
import { fileOfProject, type Project, subjectOf } from "./project";

const COLLECTS =
  /^(?:(?:uv|poetry|pipenv)\s+run\s+)?(?:python[\d.]*\s+)(?:\.\/)?manage\.py\s+collectstatic\b(?!.*\s(?:--dry-run|-n|--help|--settings)\b)[^|&;<>]*$/;
/** What sets the folder, or a storage that needs none, or settings that are not in the files. */
const SETS =
  /STATIC_ROOT|STORAGES\b|STATICFILES_STORAGE|\blocals\(\)|\bglobals\(\)|django_heroku|django_on_heroku|dynaconf|configurations|split_settings|\bsetattr\(|\bfrom\s+(?!\.)[\w.]+\s+import\s+\*|\bexec\(/i;

/**
 * `collectstatic` without STATIC_ROOT, which ends with ImproperlyConfigured
 * (docs.djangoproject.com/en/stable/ref/contrib/staticfiles).
 */
export function staticRoot(project: Project): readonly Fact[] {
  const { repository, facts } = project;
  const settings = settingsOf(project);
  if (settings === undefined || !/django\.contrib\.staticfiles/.test(repository.text(settings) ?? ""))
    return [];
  if (isSet(repository)) return [];
  if (factsOf(facts, "variable").some(({ name }) => name === "DJANGO_SETTINGS_MODULE")) return [];
  return collecting(project).map((place): Fact => {
    const subject = subjectOf(project);
    return {
      kind: "unmet-need",
      ...subject,
      place,
      of: "folder of static files",
      by: settings,
      instead: "no STATIC_ROOT",
    };
  });
}

/** The settings that manage.py names, where they are one file. */
function settingsOf(project: Project): string | undefined {
  const manage = fileOfProject(project, "manage.py");
  const named = /setdefault\(\s*["']DJANGO_SETTINGS_MODULE["']\s*,\s*["']([\w.]+)["']/;
  const [, module] = named.exec(manage?.text ?? "") ?? [];
  if (manage === undefined || module === undefined) return undefined;
  const file = path.posix.join(path.posix.dirname(manage.file), `${module.replaceAll(".", "/")}.py`);
  return project.repository.has(file) ? file : undefined;
}

const isSet = oncePerRepository((repository): boolean =>
  repository.ending(".py").some((file) => SETS.test(repository.text(file) ?? "")),
);

/** Where the platform's commands collect for certain, and end where that fails. */
function collecting({ facts, bases, repository }: Project): readonly Place[] {
  return factsOf(facts, "platform-command").flatMap(({ command, place }): readonly Place[] => {
    if (!command.known || /\|\||[()`]/.test(command.value)) return [];
    const last = command.value.split(/[;\n]/).at(-1) ?? "";
    return last.split("&&").flatMap((part): readonly Place[] => {
      if (COLLECTS.test(part.trim())) return [place];
      const [, script] = /^(?:(?:ba)?sh\s+(?:-e\s+)?)?((?:\.\/)?[\w./-]+\.sh)$/.exec(part.trim()) ?? [];
      const file = bases
        .map((base) => path.posix.join(base, script ?? ""))
        .find((one) => script !== undefined && repository.has(one));
      return file === undefined ? [] : linesOf(file, repository.text(file) ?? "");
    });
  });
}

/** The lines of a script that ends at its first failure, without conditions. */
function linesOf(file: string, text: string): readonly Place[] {
  const ends = /^\s*set\s+-(?:\w*e|\w*o\s+errexit)/m.test(text) || /^#!.*\s-e/.test(text);
  if (!ends || /\|\||^\s*(?:if|case|for|while|function|trap)\b|set\s+\+|\(\)/m.test(text)) return [];
  return text
    .split("\n")
    .flatMap((line, index): readonly Place[] =>
      COLLECTS.test(line.trim()) ? [{ source: "file", file, line: index + 1, column: 1 }] : [],
    );
}
