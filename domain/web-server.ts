/** A web server whose own files say what it opens, and the images that start it; each as its documentation has it. */
export interface WebServer {
  readonly name: WebServerName;
  /** The programs that start it in the foreground. */
  readonly programs: RegExp;
  /** The file that it reads where its command names none. */
  readonly main: string;
  /** The flags that name another one. */
  readonly fileFlags: readonly string[];
  /** Folders and files of an image in which its settings are. */
  readonly settings: RegExp;
  readonly images: readonly WebServerImage[];
}

export type WebServerName = "nginx" | "apache" | "caddy" | "frankenphp" | "haproxy" | "traefik";

/** An image that starts the server by itself. */
export interface WebServerImage {
  /** Its name, with its tag where that makes a difference. */
  readonly image: RegExp;
  readonly command: string;
  /** What precedes a CMD that begins with a flag, as the image's entrypoint has it. */
  readonly entrypoint?: string;
  /** The lines of the image's own settings that say what is opened, by their path. */
  readonly files: Readonly<Record<string, string>>;
  /** The folder of templates that the entrypoint fills in, and where it writes them. */
  readonly templates?: { readonly from: string; readonly to: string };
}

const NGINX_COMMAND = "nginx -g 'daemon off;'";
const NGINX_FILES = (port: number) => ({
  "/etc/nginx/nginx.conf": "http {\n  include /etc/nginx/conf.d/*.conf;\n}\n",
  "/etc/nginx/conf.d/default.conf": `server {\n  listen ${port};\n}\n`,
});
// hub.docker.com/_/nginx: using environment variables in nginx configuration
const NGINX_TEMPLATES = { from: "/etc/nginx/templates", to: "/etc/nginx/conf.d" };

export const WEB_SERVERS: readonly WebServer[] = [
  {
    // nginx.org/en/docs/http/ngx_http_core_module.html#listen
    name: "nginx",
    programs: /^nginx$/,
    main: "/etc/nginx/nginx.conf",
    fileFlags: ["-c"],
    settings: /\/etc\/nginx\b/,
    images: [
      {
        image: /^(?:library\/)?nginx(?::|$)/,
        command: NGINX_COMMAND,
        files: NGINX_FILES(80),
        templates: NGINX_TEMPLATES,
      },
      {
        // github.com/nginx/docker-nginx-unprivileged
        image: /^nginxinc\/nginx-unprivileged(?::|$)/,
        command: NGINX_COMMAND,
        files: NGINX_FILES(8080),
        templates: NGINX_TEMPLATES,
      },
    ],
  },
  {
    // httpd.apache.org/docs/2.4/mod/mpm_common.html#listen
    name: "apache",
    programs: /^(?:apache2-foreground|httpd-foreground|httpd|apache2ctl|apachectl|apache2)$/,
    main: "/etc/apache2/apache2.conf",
    fileFlags: ["-f"],
    settings: /\/(?:etc\/apache2|etc\/httpd|usr\/local\/apache2)\b/,
    images: [
      {
        image: /^(?:library\/)?httpd(?::|$)/,
        command: "httpd-foreground",
        files: { "/usr/local/apache2/conf/httpd.conf": "Listen 80\n" },
      },
      {
        // github.com/docker-library/php: the tags with `apache`; Debian's own files
        image: /^(?:library\/)?php:\S*apache/,
        command: "apache2-foreground",
        files: { "/etc/apache2/ports.conf": "Listen 80\n" },
      },
    ],
  },
  {
    // caddyserver.com/docs/caddyfile/concepts#addresses
    name: "caddy",
    programs: /^caddy$/,
    main: "Caddyfile",
    fileFlags: ["-c", "--config"],
    settings: /\/etc\/caddy\b|Caddyfile/,
    images: [
      {
        image: /^(?:library\/)?caddy(?::|$)/,
        command: "caddy run --config /etc/caddy/Caddyfile --adapter caddyfile",
        files: { "/etc/caddy/Caddyfile": ":80 {\n}\n" },
      },
    ],
  },
  {
    // frankenphp.dev/docs/config: the image's Caddyfile has SERVER_NAME as its address
    name: "frankenphp",
    programs: /^frankenphp$/,
    main: "Caddyfile",
    fileFlags: ["-c", "--config"],
    settings: /\/etc\/(?:caddy|frankenphp)\b|Caddyfile/,
    images: [
      {
        image: /^(?:dunglas|php)\/frankenphp(?::|$)/,
        command: "frankenphp run --config /etc/frankenphp/Caddyfile --adapter caddyfile",
        entrypoint: "frankenphp run",
        files: { "/etc/frankenphp/Caddyfile": "{$SERVER_NAME:localhost} {\n}\n" },
      },
    ],
  },
  {
    // docs.haproxy.org: bind; section 2.3, environment variables
    name: "haproxy",
    programs: /^haproxy$/,
    main: "/usr/local/etc/haproxy/haproxy.cfg",
    fileFlags: ["-f"],
    settings: /\/etc\/haproxy\b/,
    images: [
      {
        image: /^(?:library\/)?haproxy(?::|$)/,
        command: "haproxy -W -db -f /usr/local/etc/haproxy/haproxy.cfg",
        entrypoint: "haproxy -W -db",
        files: {},
      },
    ],
  },
  {
    // doc.traefik.io/traefik/reference/install-configuration/entrypoints
    name: "traefik",
    programs: /^traefik$/,
    main: "/etc/traefik/traefik.yml",
    fileFlags: ["--configFile", "--configfile"],
    settings: /\/etc\/traefik\b/,
    images: [
      {
        image: /^(?:library\/)?traefik(?::|$)/,
        command: "traefik",
        entrypoint: "traefik",
        files: {},
      },
    ],
  },
];

/** The web server that an image starts by itself, and how. */
export function webServerImage(image: string): WebServerImage | undefined {
  const plain = image.replace(/^(?:docker\.io|public\.ecr\.aws\/docker)\//, "").replace(/@sha256:.*$/, "");
  return WEB_SERVERS.flatMap(({ images }) => images).find((row) => row.image.test(plain));
}

/** The web server that a command's program is. */
export function webServerOf(program: string): WebServer | undefined {
  const name = program.split("/").at(-1) ?? "";
  return WEB_SERVERS.find(({ programs }) => programs.test(name));
}
