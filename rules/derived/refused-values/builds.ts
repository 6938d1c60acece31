import { isLoopback } from "../../../domain/start-command";
import { type Beside, hasCommand, type Row } from "./row";

/** What adapter-node and Nitro write, as a command starts it. */
const OF_SVELTEKIT =
  /(?:^|[\s;&|])(?:node|bun)(?: --?\S+)* (?:\.\/)?(?:[\w@.-]+\/)*build(?:\/(?:index\.js)?)?(?=$|[\s;&|])/;
const OF_NITRO = /\.output\/server\/index\.mjs\b/;

const OTHER = "the program may be another than SvelteKit's";

/** svelte.dev/docs/kit/adapter-node: a URL is made of it, and a form from another origin is refused with 403 (read 2026-12-01). */
const ORIGIN: Row = {
  names: /^ORIGIN$/,
  refused: (value, beside) => {
    if (!hasCommand(beside, OF_SVELTEKIT)) return undefined;
    const [, host] = /^https?:\/\/([^/:?#\s]+)/i.exec(value) ?? [];
    if (host !== undefined && !isLoopback(host)) return undefined;
    return {
      expected: "the address at which browsers ask, such as `https://shop.example.org`",
      got:
        host === undefined
          ? "one without a scheme, of which adapter-node makes no URL"
          : "a developer's machine, so that each form is refused",
      fix: "Write scheme and host of the site.",
      unless: OTHER,
    };
  },
};

/** `Invalid BODY_SIZE_LIMIT` ends the server (sveltejs/kit: packages/adapter-node, read 2026-12-01). */
const BODY: Row = {
  names: /^BODY_SIZE_LIMIT$/,
  refused: (value, beside) =>
    !hasCommand(beside, OF_SVELTEKIT) || /^(?:[\d.]+[kmg]?|infinity)$/i.test(value)
      ? undefined
      : {
          expected: "a number of bytes, with K, M or G behind it",
          got: "another text, at which adapter-node ends",
          fix: "Write it as `10M`.",
          unless: OTHER,
        },
};

/** Presets that write no server that node starts (nitro.build/deploy, read 2026-12-01). */
const ELSEWHERE =
  /^(?:vercel|netlify|cloudflare|aws|azure|firebase|deno[-_]deploy|edgio|genezio|stormkit|static|github[-_]pages|gitlab[-_]pages|service[-_]worker|winterjs|zeabur[-_]static)\w*(?:[-_]\w+)*$/i;

const PRESET: Row = {
  names: /^(?:NITRO|SERVER)_PRESET$/,
  refused: (value, beside: Beside) =>
    ELSEWHERE.test(value) && hasCommand(beside, OF_NITRO)
      ? {
          expected: "`node-server`, whose server the start command starts",
          got: "the preset of another platform, which writes no such server",
          fix: "Write `node-server`, or leave it out.",
          unless: "the build may name another preset",
        }
      : undefined,
};

export const BUILD_VALUES: readonly Row[] = [ORIGIN, BODY, PRESET];
