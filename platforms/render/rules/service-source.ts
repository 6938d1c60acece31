import { factsOf } from "../../../domain/fact";
import { judgeEach } from "../../../domain/judge-each";
import type { OriginFact } from "../../../domain/origin-fact";
import { shownAddress } from "../../../domain/repository-address";
import { rule, type Undecided, type Violation } from "../../../domain/rule";
import { together } from "../../../domain/verdict";

export const serviceSource = rule({
  id: "service/source",
  severity: "error",
  title: "The repository's or the image's address is one that Render can fetch",
  why: "Render clones a repository by its address of HTTPS, with the branch in a field of its own, and pulls an image by its reference of registry, name and tag. Another text ends the first deploy before its build.",
  fix: "Write `https://host/owner/repository`, or `registry/owner/image` with the tag beside it.",
  reference: "https://github.com/distribution/reference/blob/main/regexp.go",
  platforms: ["render"],
  check: (facts) => {
    const origins = factsOf(facts, "origin");
    const named = judgeEach(
      origins,
      ({ url }) => url,
      (written, fact) => {
        const url = written.trim();
        // What a manager of secrets or a template fills in is another text when Render reads it.
        if (url === "" || /[${}<>]/.test(url)) return undefined;
        const flaw = fact.of === "image" ? imageFlaw(url, fact) : repositoryFlaw(url);
        if (flaw === undefined) return undefined;
        const [got, fix] = flaw;
        return {
          place: fact.place,
          what: `the ${fact.of}`,
          expected: fact.of === "image" ? "a reference of an image" : "the address of a repository",
          got,
          fix,
        };
      },
    );
    return together(named, {
      violations: [...origins.flatMap(branchViolation), ...severalSources(origins)],
      undecided: origins.flatMap(bySsh),
    });
  },
});

/** A resource's source is one of three inputs, and its provider refuses two (render-oss/terraform-provider-render: RuntimeSourceValidator; read 2026-12-01). */
function severalSources(origins: readonly OriginFact[]): readonly Violation[] {
  const ofResources = origins.flatMap(({ place, url }) =>
    url.known && place.source === "resource" && place.property === "runtimeSource"
      ? [{ place, urn: place.urn }]
      : [],
  );
  return ofResources
    .filter(({ urn }, at) => ofResources.findIndex((other) => other.urn === urn) === at - 1)
    .map(({ place }) => ({
      place,
      what: "the source",
      expected: "one of `nativeRuntime`, `docker` and `image`",
      got: "several of them, which the provider refuses",
      fix: "Leave the one that the service is made of.",
    }));
}

/** What git allows in no branch's name (git-scm.com/docs/git-check-ref-format). */
const NO_BRANCH = /[\s~^:?*[\\\x7f]|\.\.|@\{|\/\/|^[-./]|[./]$|\.lock$/;
/** What git writes before a branch's name where it means another machine's, or the whole reference. */
const BEFORE = /^(?:refs\/(?:heads|remotes\/[^/]+)|remotes\/[^/]+|origin)\/(?=.)/;

function branchViolation({ branch }: OriginFact): readonly Violation[] {
  const name = branch?.name ?? "";
  if (branch === undefined || name === "" || /[${}<>]/.test(name)) return [];
  const before = BEFORE.exec(name)?.[0];
  if (before === undefined && !NO_BRANCH.test(name.trim() === "" ? "" : name)) return [];
  const isPage = /^https?:\/\//i.test(name);
  return [
    {
      place: branch.place,
      what: "the branch",
      expected: "a branch's own name",
      got: isPage
        ? "the address of a page"
        : before === undefined
          ? "a name that git allows no branch"
          : `\`${before}\` before it, which is no part of a branch's name`,
      fix:
        before === undefined
          ? "Write the branch as the repository's page has it."
          : `Write \`${name.slice(before.length)}\`.`,
    },
  ];
}

type Flaw = readonly [got: string, fix: string];

/** Hosts whose repositories have an owner and a name, and what follows these in addresses of a page. */
const HOSTS = /^https?:\/\/(?:[^@/]*@)?(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org)\/?/i;
const PAGE = /^([^/]+\/[^/]+(?:\/[^/]+)*?)\/(?:-\/)?(?:tree|blob|src|raw|commit|pull|actions|issues)(?:\/|$)/;

const OF_SSH = /^(?:ssh:\/\/|git\+ssh:\/\/|[\w.-]+@)/;

/** Of addresses of SSH Render's pages and its API's description say nothing. */
function bySsh({ of, url, place }: OriginFact): readonly Undecided[] {
  if (of === "image" || !url.known || !OF_SSH.test(url.value.trim())) return [];
  return [{ place, why: "the address is SSH's, and Render is only known to clone by `https://`" }];
}

function repositoryFlaw(url: string): Flaw | undefined {
  const shown = `\`${shownAddress(url)}\``;
  if (OF_SSH.test(url)) return undefined;
  if (/^(?:[./~]|file:|[A-Za-z]:\\)/.test(url))
    return [`the folder ${shown}`, "Write the address of the repository at its host."];
  if (!/^https?:\/\//i.test(url)) return [`${shown}, without a scheme`, "Write `https://` before it."];
  const path = HOSTS.test(url) ? url.replace(HOSTS, "").replace(/\/+$/, "") : undefined;
  if (path === undefined) return undefined;
  if (!path.includes("/"))
    return [`${shown}, which names no repository`, "Write owner and repository behind the host."];
  const [, repository] = PAGE.exec(path) ?? [];
  return repository === undefined
    ? undefined
    : [
        `${shown}, a page of the repository`,
        `End it behind \`${repository}\`, and name the branch in \`branch\`.`,
      ];
}

/** The grammar of a reference (distribution/reference: regexp.go). */
const PART = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
const NAME = new RegExp(`^(?:[A-Za-z0-9.-]+(?::\\d+)?/)?${PART}(?:/${PART})*$`);
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[0-9a-f]{32,}$/i;

function imageFlaw(url: string, { tag, digest }: OriginFact): Flaw | undefined {
  const shown = `\`${url}\``;
  if (/^[a-z]+:\/\//i.test(url)) return [`${shown}, with a scheme`, "Remove the scheme."];
  const [, name = "", ownTag, ownDigest] = /^(.*?)(?::([^:/@]*))?(?:@(.*))?$/.exec(url) ?? [];
  const host = name.includes("/") ? (name.split("/")[0] ?? "") : "";
  if (/^(?:localhost|127\.[\d.]+|\[::1\])(?::\d+)?$/.test(host))
    return [`${shown}, in a registry of one's own machine`, "Push it to a registry that Render reaches."];
  const isHost = /[.:]/.test(host);
  const path = isHost ? name.slice(host.length + 1) : name;
  if (/[A-Z]/.test(path)) return [`${shown}, with capitals`, "Write the image's name in small letters."];
  if (!NAME.test(name)) return [shown, "Write registry, owner and image."];
  if (ownTag !== undefined && tag !== undefined)
    return [`${shown} and a tag beside it`, "Write the tag in one of the two."];
  if (tag !== undefined && digest !== undefined)
    return [`${shown} with a tag and a digest`, "Write one of the two."];
  const [theTag, theDigest] = [tag ?? ownTag, digest ?? ownDigest];
  if (theTag !== undefined && theTag !== "" && !TAG.test(theTag))
    return [`the tag \`${theTag}\``, "Write a tag of letters, digits, `.`, `_` and `-`."];
  if (theDigest !== undefined && theDigest !== "" && !DIGEST.test(theDigest))
    return ["a digest that is none", "Write `sha256:` and its 64 digits."];
  return undefined;
}
