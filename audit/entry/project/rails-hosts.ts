import { type Fact, factsOf, known, type Place } from "../../../domain";
import { lineAt } from "../../../domain/text-place";
import { oncePerRepository } from "../../once-per-repository";
import type { Chain } from "../chain";
import { startedWords } from "../wrappers";
import { fileOfProject, type Project, subjectOf } from "./project";

const SERVERS = /^(?:puma|rails|thrust|unicorn|falcon|passenger)$/;
/** A list of texts that one line or several write out, alone. */
const LISTED =
  /^[ \t]*config\.hosts[ \t]*(?:=|\+=|<<)[ \t]*(\[[^\]#]*\]|%w[[(][^\])#]*[\])]|"[^"#]*"|'[^']*')[ \t]*$/gm;
/** Whatever else decides which hosts are answered. */
const SAYS = /(?<![\w:])hosts\b|host_authorization|HostAuthorization/g;
const OPENS = /^\s*(?:if|unless|case|while|begin|def)\b|\bdo\b(?:\s*\|[^|]*\|)?\s*$/;

/**
 * The hosts that Rails answers in production: with one in the list, each other gets 403
 * (guides.rubyonrails.org/configuring.html: config.hosts).
 */
export function railsHosts(project: Project, { steps }: Chain): readonly Fact[] {
  const { repository } = project;
  const words = startedWords(steps.at(-1)?.text ?? "");
  const isServer = words.some((word) => SERVERS.test(word.split("/").at(-1) ?? ""));
  const settings = fileOfProject(project, "config/environments/production.rb");
  if (!isServer || settings === undefined || isElsewhere(project)) return [];
  const text = withoutComments(settings.text);
  const lists = [...text.matchAll(LISTED)];
  const [first] = lists;
  if (first === undefined || lists.some(({ index }) => depthAt(text, index) !== 1)) return [];
  if (mentions(text) !== lists.length || saidElsewhere(repository)(settings.file)) return [];
  const hosts = lists.map(([, list = ""]) => hostsIn(list));
  if (!hosts.every((one) => one !== undefined)) return [];
  const line = lineAt(text, first.index);
  const place: Place = { source: "file", file: settings.file, line, column: 1 };
  return [
    {
      kind: "code-setting",
      ...subjectOf(project),
      place,
      name: "config.hosts",
      value: known(hosts.flat().join(",")),
    },
  ];
}

/** Whether other settings than production's are read, or may be. */
const isElsewhere = ({ facts }: Project): boolean =>
  factsOf(facts, "variable").some(
    ({ name, value }) => /^(?:RAILS|RACK)_ENV$/.test(name) && !(value.known && value.value === "production"),
  );

const withoutComments = (text: string): string => text.replaceAll(/(?<=^|\s)#(?!\{).*$/gm, "");

const mentions = (text: string): number => (text.match(SAYS) ?? []).length;

/** The blocks that are open before a character. */
function depthAt(text: string, index: number): number {
  const lines = text.slice(0, index).split("\n");
  const opened = lines.filter((line) => OPENS.test(line)).length;
  return opened - lines.filter((line) => /^\s*end\b/.test(line)).length;
}

/** Undefined where one of them is no plain text, such as a pattern or an address. */
function hostsIn(list: string): readonly string[] | undefined {
  const words = /^%w.([\s\S]*).$/.exec(list)?.[1];
  if (words !== undefined) return words.split(/\s+/).filter((word) => word !== "");
  const texts = [...list.matchAll(/(["'])([^"'#]*)\1/g)].map(([, , host = ""]) => host);
  const rest = list.replaceAll(/(["'])[^"'#]*\1/g, "");
  return /^[[\],\s]*$/.test(rest) && texts.length > 0 ? texts : undefined;
}

/** Whether other settings that production reads say anything of hosts. */
const saidElsewhere = oncePerRepository((repository) => {
  const others = repository
    .ending(".rb")
    .filter((file) => /(?:^|\/)config\/(?!environments\/)|(?:^|\/)lib\//.test(file))
    .filter((file) => mentions(withoutComments(repository.text(file) ?? "")) > 0);
  return (file: string): boolean => others.some((other) => other !== file);
});
