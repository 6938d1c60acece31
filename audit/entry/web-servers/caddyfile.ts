import { type Read, withoutComments } from "./settings-reading";

/** A site of a Caddyfile: the words before its block, with their index, and the block's `bind`. */
interface Site {
  readonly names: readonly { readonly text: string; readonly at: number }[];
  readonly bind?: { readonly host: string; readonly at: number };
}

function sitesOf(text: string): readonly Site[] {
  const sites: Site[] = [];
  let depth = 0;
  let names: Site["names"][number][] = [];
  let body = 0;
  let isFirst = true;
  const lines = text.split("\n");
  let start = 0;
  for (const line of lines) {
    const trimmed = line.trim();
    const at = start + line.search(/\S/);
    start += line.length + 1;
    if (trimmed === "") continue;
    // A placeholder's braces, as in `{$PORT}`, open no block.
    const opens = /(?:^|\s)\{$/.test(trimmed);
    const closes = trimmed === "}";
    if (depth === 0 && !closes) {
      const head = trimmed.replace(/\s*\{$/, "");
      for (const { index, 0: word } of head.matchAll(/[^\s,]+/g)) names.push({ text: word, at: at + index });
      if (opens) body = start;
      // Without a block the first line alone is the address, and all that follows is the site's.
      else if (isFirst && !head.endsWith(",") && !head.startsWith("import ")) {
        return [{ names, ...bindOf(text.slice(start), start) }];
      } else if (head.startsWith("import ")) names = [];
    }
    if (opens) depth += 1;
    if (closes) {
      depth -= 1;
      if (depth === 0) {
        const isSite = names.length > 0 && names.every(({ text: name }) => !/^[(&]/.test(name));
        if (isSite) sites.push({ names, ...bindOf(text.slice(body, start), body) });
        isFirst = isFirst && !isSite;
        names = [];
      }
    }
  }
  return sites;
}

function bindOf(body: string, from: number): Pick<Site, "bind"> {
  const match = /^[ \t]*bind[ \t]+(\S+)[ \t]*$/m.exec(body);
  return match?.[1] === undefined
    ? {}
    : { bind: { host: match[1], at: from + match.index + match[0].search(/\S/) } };
}

/** Caddy: the addresses of its sites. One that names a domain is served over TLS, on 443. */
export const caddy: Read = (whole) => {
  const sites = sitesOf(withoutComments(whole));
  const addresses = sites.flatMap(({ names, bind }) =>
    names.flatMap(({ text, at }) => {
      const [, scheme, port = scheme === "http" ? "80" : undefined] =
        /^(?:(https?):\/\/)?(?:\[[^\]]*\]|[^:/$]*)(?::(\d+|\$\{?\w+\}?))?(?:\/\S*)?$/.exec(text) ?? [];
      if (port === undefined || scheme === "https") return [];
      return [bind === undefined ? { port, at } : { host: bind.host, port, at, hostAt: bind.at }];
    }),
  );
  const [first] = sites.flatMap(({ names }) => names);
  return {
    addresses,
    includes: [],
    ...(addresses.length === 0 &&
      first !== undefined && {
        open: {
          why: first.text.includes("$")
            ? `nothing here sets ${/\w+/.exec(first.text)?.[0]}, from which it takes its address`
            : `it serves ${first.text} over TLS, and which port is asked is not written here`,
          at: first.at,
        },
      }),
  };
};
