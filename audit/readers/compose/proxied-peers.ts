import path from "node:path";
import type { Fact, Subject } from "../../../domain";
import { placeAt } from "../../../domain/text-place";
import type { Repository } from "../../reader";
import { instructionsOf } from "../dockerfile/parsed";
import { buildOf } from "./build";
import type { ComposeFile, ComposeService } from "./service";

const SETTINGS = /(?:\.conf|\.conf\.template|\.template|Caddyfile)$/;
/** `proxy_pass http://api:4000/`, `server api:4000` of an upstream, `reverse_proxy api:4000`. */
const ASKS =
  /\b(?:proxy_pass\s+(https?):\/\/|grpc_pass\s+(?:grpcs?:\/\/)?|fastcgi_pass\s+|uwsgi_pass\s+|reverse_proxy\s+(?:\/\S*\s+)?(?:http:\/\/)?|^[ \t]*server\s+)([a-z][\w-]*)(?::(\d{1,5}))?(?=[\s;/]|$)/gm;

/**
 * What the settings of a proxy ask of the services beside it: the files that compose mounts into it, or that its image
 * copies (nginx.org/en/docs/http/ngx_http_proxy_module.html, caddyserver.com/docs/caddyfile/directives/reverse_proxy).
 */
export function proxiedPeers(
  file: ComposeFile,
  service: ComposeService,
  subject: Subject,
  repository: Repository,
): readonly Fact[] {
  const names = [...mounted(file, service), ...copied(file, service, repository)];
  const files = names.flatMap((name) =>
    SETTINGS.test(name) ? [name] : repository.below(name, "").filter((one) => SETTINGS.test(one)),
  );
  const texts = [...new Set(files)].flatMap((name) => {
    const text = repository.text(name);
    return text === undefined
      ? []
      : [{ name, text: text.replaceAll(/#.*$/gm, (comment) => " ".repeat(comment.length)) }];
  });
  const groups = new Set(
    texts.flatMap(({ text }) => [...text.matchAll(/\bupstream\s+([\w-]+)\s*\{/g)].map(([, name]) => name)),
  );
  return texts.flatMap(({ name, text }) =>
    [...text.matchAll(ASKS)].flatMap((match): readonly Fact[] => {
      const [whole, scheme, host = "", written] = match;
      const port = written ?? (scheme === "http" ? "80" : undefined);
      if (port === undefined || groups.has(host)) return [];
      const place = placeAt(name, text, match.index + whole.search(/\S/));
      return [{ kind: "address", ...subject, place, host, port }];
    }),
  );
}

/** The sources of a service's volumes that are files of the repository. */
function mounted({ tree, folder, filled }: ComposeFile, service: ComposeService): readonly string[] {
  return tree.items(service.entry("volumes")?.value).flatMap((item) => {
    const written = tree.text(item)?.split(":")[0] ?? tree.text(tree.value(item, "source"));
    const source = written === undefined ? undefined : filled(written);
    if (source?.known !== true || !/^\.{1,2}\//.test(source.value)) return [];
    const name = path.posix.join(folder, source.value);
    return name.startsWith("..") ? [] : [name.replace(/\/$/, "")];
  });
}

/** The settings that the image of a service copies from its own folder. */
function copied(file: ComposeFile, service: ComposeService, repository: Repository): readonly string[] {
  const { imageFile, folder = "" } = buildOf(file, service) ?? {};
  const text = imageFile === undefined ? undefined : repository.text(imageFile);
  if (imageFile === undefined || text === undefined || !/^FROM\s+\S*(?:nginx|caddy|openresty)/im.test(text))
    return [];
  return instructionsOf(text).flatMap((one) => {
    if (!/^(?:COPY|ADD)$/.test(one.getKeyword())) return [];
    const words = one.getArguments().map((argument) => argument.getValue());
    return words
      .slice(0, -1)
      .filter((word) => SETTINGS.test(word))
      .map((word) => path.posix.join(folder, word))
      .filter((name) => repository.has(name));
  });
}
