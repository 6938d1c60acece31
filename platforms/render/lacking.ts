// docs/facts/render.md, R57
import type { PlatformFact } from "../../domain/fact";
import type { LackedProgram } from "../../domain/platform";
import { isNative } from "./manifest";

/** There is no daemon of Docker's, in no runtime: a service is a container without privileges. */
const OF_DOCKER: LackedProgram = {
  name: /^(?:docker|docker-compose|podman|podman-compose|nerdctl|minikube)$/,
  words: /^(?!--?(?:version|help)$)/,
  why: "no daemon of Docker runs",
  unless: ["DOCKER_HOST"],
  fix: "Let Render build and run the image: make the service's runtime docker or image, and give it the program's own command, or none.",
};

/** No service manager runs as process 1 (freedesktop.org: systemctl, "System has not been booted with systemd"). */
const OF_SYSTEMD: LackedProgram = {
  name: /^(?:systemctl|launchctl|initctl|rc-service)$/,
  why: "no service manager runs",
  fix: "Start the program itself, in the foreground.",
};

/** A native runtime's user has no privileges, and its file system of packages cannot be written. */
const OF_ROOT: LackedProgram = {
  name: /^(?:sudo|doas|apt|apt-get|apk|yum|dnf|service)$/,
  why: "nothing runs as root, and no package of the system can be installed",
  fix: "Leave it out, or build an image that has it: make the service's runtime docker.",
};

/** What installs a browser's own packages by `apt-get`, by itself (microsoft/playwright, issue 11165; pptr.dev: browsers). */
const OF_BROWSERS: LackedProgram = {
  name: /^(?:playwright(?:@\S+)?|patchright|puppeteer|@puppeteer\/browsers(?:@\S+)?|python[\d.]*|yarn|pnpm|bun)$/,
  doing:
    /\b(?:playwright|patchright)(?:@\S+)? (?:install-deps\b|install\b.* --with-deps\b)|(?:@puppeteer\/browsers(?:@\S+)?|\bpuppeteer browsers) install\b.* --install-deps\b/,
  why: OF_ROOT.why,
  fix: "Build an image that has what browsers need: make the service's runtime docker.",
};

/** Languages and web servers without a native runtime (render.com/docs/language-support, 2026-11-29): reports end with status 127. */
const OF_OTHER_LANGUAGES: LackedProgram = {
  name: /^(?:java|php|dotnet|nginx|apachectl|apache2ctl|httpd|supervisord|conda|mamba|micromamba|py|pwsh|powershell|brew|choco|winget)$/,
  why: "it is not there",
  unless: ["PATH"],
  fix: "Build an image that has it: make the service's runtime docker.",
  doubtful: true,
};

/** Servers of Ruby, by the runtime of another language. */
const OF_RUBY: LackedProgram = {
  ...OF_OTHER_LANGUAGES,
  name: /^(?:unicorn|unicorn_rails|puma|rackup|thin|rails)$/,
};

const NATIVE: readonly LackedProgram[] = [OF_ROOT, OF_BROWSERS, OF_OTHER_LANGUAGES];

/** Programs that a service of Render cannot use, by its runtime. */
export function lackedPrograms(fact: PlatformFact): readonly LackedProgram[] {
  const ofOthers = isNative(fact) && fact.runtime !== undefined && fact.runtime !== "ruby" ? [OF_RUBY] : [];
  return [OF_DOCKER, OF_SYSTEMD, ...(isNative(fact) ? NATIVE : []), ...ofOthers];
}
