import type { Stated } from "./stated-words";

/** The last part of a path that asks for a service's health, rather than for a page of its own. */
const HEALTH =
  /(?:health|healthz|healthcheck|health-check|livez?|liveness|readyz?|readiness|ping|status|up|heartbeat)\/?$/i;

/** Where the title is, in bytes. */
const HEAD = 4096;
const LONGEST = 80;

/** Titles of what servers show where no application is, and of a folder's listing (nginx, Apache, Caddy, Python, IIS). */
const OF_THE_SERVER =
  /^(?:index of \/.*|directory listing for \/.*|welcome to (?:nginx|openresty|caddy)!?|it works!?|caddy works!?|apache2? .*default page.*|apache tomcat\/[\d.]+|iis windows server|http server test page.*)$/i;

/** Titles of an error's page (Next.js, Express, ASP.NET, Rails, nginx). */
const OF_AN_ERROR =
  /^(?:error\s+)?(?:[45]\d\d\s*[:|–—-]?\s+)?(?:internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|backend fetch failed|application error\b.*|we're sorry, but something went wrong.*|(?:page )?not found|this page could not be found\.?)$/i;

/** A status of an error behind the word for it, in the languages that pages were seen in. */
const STATUS_OF_AN_ERROR =
  /^(?:error|fehler|erreur|errore|erro|fout|fel|fejl|feil|błąd|chyba|hiba|hata|ошибка|помилка|エラー|错误|錯誤|오류)\s*(?:http\s*)?[:#–—-]?\s*[45]\d\d(?!\d)/i;

/** Of a proxy that first finds out whether it is asked by a browser (Cloudflare). */
const OF_A_CHALLENGE = /^(?:just a moment\.{3}|attention required! \| cloudflare)$/i;

const shown = (title: string): string => `titled \`${title.slice(0, LONGEST)}\``;

/** A page where a health check is asked: an application with one page answers so whatever its parts do. */
export class StatedPage implements Stated {
  private head = "";

  constructor(private readonly path: string) {}

  add(chunk: Buffer): void {
    if (this.head.length < HEAD) this.head += chunk.subarray(0, HEAD).toString("utf8");
  }

  problem(): undefined {}

  /** A page that is none of the application's, or is one of its errors. */
  doubt(): string | undefined {
    const title = /<title[^>]*>\s*([^<]+?)\s*<\/title>/i.exec(this.head)?.[1] ?? "";
    if (OF_THE_SERVER.test(title)) return `it is a page of the server's own, ${shown(title)}`;
    if (OF_A_CHALLENGE.test(title)) return `it is a challenge to who asks, ${shown(title)}`;
    const isError = OF_AN_ERROR.test(title) || STATUS_OF_AN_ERROR.test(title);
    return isError ? `it is an error's page, ${shown(title)}` : undefined;
  }

  remark(): string | undefined {
    return HEALTH.test(this.path)
      ? "it is a page, as an application with one page answers at each path"
      : undefined;
  }
}
