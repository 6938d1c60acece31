import type { Stated } from "./stated-health";

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
  /^(?:error\s+)?(?:[45]\d\d\s*[:|–—-]?\s+)?(?:internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|application error\b.*|we're sorry, but something went wrong.*|(?:page )?not found|this page could not be found\.?)$/i;

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
    if (OF_THE_SERVER.test(title))
      return `it is a page of the server's own, titled \`${title.slice(0, LONGEST)}\``;
    return OF_AN_ERROR.test(title)
      ? `it is an error's page, titled \`${title.slice(0, LONGEST)}\``
      : undefined;
  }

  remark(): string | undefined {
    return HEALTH.test(this.path)
      ? "it is a page, as an application with one page answers at each path"
      : undefined;
  }
}
