import type { Fact } from "../../../domain";
import { leavesInBackground } from "../../../domain/start-command/detached";
import type { Chain } from "../chain";
import { imageOf, type Project, subjectOf } from "./project";

/** One command of pm2, alone. */
const ALONE = /^(?:(?:exec|npx|yarn|pnpm exec|pnpx|bunx) )*(pm2 start\b[^;&|\n$`]*)$/;
/** Scripts of a package, one of which may lead to it. */
const SCRIPT = /^(?:npm (?:start|run [\w:-]+)|(?:yarn|pnpm|bun)(?: run)? [\w:-]+)$/;
/** What may keep the container up, or pm2 in the foreground, in another way. */
const KEEPS = /^\s*ENTRYPOINT\b(?!.*(?:tini|dumb-init)"?\s*[,\]])|NO_?DAEMON|s6-overlay|supervisor/im;

/** An image that hands its server to pm2's daemon and ends (pm2.keymetrics.io/docs/usage/docker-pm2-nodejs). */
export function ownDaemon(project: Project, { steps }: Chain): readonly Fact[] {
  const image = imageOf(project);
  if (image === undefined || KEEPS.test(image.text)) return [];
  const texts = steps.map(({ text }) => text.trim());
  const at = texts.findIndex((text) => !SCRIPT.test(text));
  const line = ALONE.exec(texts[at] ?? "")?.[1]?.trim();
  const step = steps[at];
  if (line === undefined || step === undefined || !leavesInBackground(line.split(/\s+/))) return [];
  // What runs behind the script may go on.
  const { repository } = project;
  const isFollowed = repository
    .named("package.json")
    .some((file) => /"post[\w:-]+"\s*:/.test(repository.text(file) ?? ""));
  if (at > 0 && isFollowed) return [];
  const by = line.split(/\s+/).slice(0, 2).join(" ");
  return [
    {
      kind: "unmet-need",
      ...subjectOf(project),
      place: step.place,
      of: "foreground of pm2",
      by,
      instead: "a daemon",
    },
  ];
}
