import type { Signature } from "../signature";

const row = { mode: "build/failed", stage: "root", certainty: "certain", decisive: false } as const;

/** What Go's own package manager says: its lines begin with `go: ` or with the place of an import. */
export const GO_MODULES_SIGNATURES: readonly Signature[] = [
  {
    ...row,
    id: "go/import",
    meaning: "a package that the code imports is in no module",
    pattern:
      /no required module provides package (?<name>[^\s;]+)|cannot find package "?(?<name2>[^"\s]+)|cannot find module (?:providing package|for path) (?<name3>[^\s:;]+)|missing go\.sum entry for (?:module providing package |go\.mod file )?(?<name4>[^\s:;]+)/,
    cause: "the code imports a package that go.mod or go.sum does not have: {name}",
    correctiveAction: "Run `go mod tidy`, and commit go.mod and go.sum.",
    source: "go.dev/ref/mod",
    example: "main.go:7:2: no required module provides package github.com/gin-gonic/gin; to add it:",
    examples: [
      'main.go:4:2: cannot find package "example.com/api" in any of:',
      "missing go.sum entry for module providing package golang.org/x/net/html",
    ],
    nearMiss: "go: downloading golang.org/x/net v0.20.0",
  },
  {
    ...row,
    id: "go/module-version",
    meaning: "a module is not to be had in the version that go.mod names",
    // Go names the module with its version, then why; that the network failed is another row's.
    pattern:
      /^go: (?:[\w/ ]{1,40}: )?(?<name>[\w./~-]+@[\w.+-]+)(?: \([^)]{1,80}\))?:? (?<text>(?!.*(?:dial tcp|lookup |i\/o timeout|TLS handshake|connection re|stream error|x509|checksum)).{0,200}(?:unknown revision|invalid (?:version|pseudo-version)|parsing go\.mod|git ls-remote|404 Not Found|410 Gone|403 Forbidden|unrecognized import path|used for two different module paths|but was required as|exit status \d|does not contain package|malformed module path).{0,120})|go: module (?<name2>\S+): (?<text2>(?:not found|git ls-remote|no matching versions).{0,160})/,
    cause: "Go cannot take {name}: {text}",
    correctiveAction:
      "Take a version of the module that exists, write its path as its own go.mod does (`/v2`), or give the build access to a private one (GOPRIVATE and a token).",
    source: "go.dev/ref/mod#resolve-pkg-mod",
    example: "go: github.com/gorilla/mux@v1.6.2: unknown revision v1.6.2",
    examples: [
      "go: example.com/api@v2.0.0+incompatible: invalid version: module contains a go.mod file",
      "go: module example.com/api: git ls-remote -q origin: exit status 128",
    ],
    nearMiss: 'go: example.com/api@v1.0.0: Get "https://proxy.example.com": dial tcp: i/o timeout',
  },
  {
    ...row,
    id: "go/gopath",
    meaning: "the module lies in GOPATH itself",
    pattern: /\$GOPATH\/go\.mod exists but should not/,
    cause:
      "go.mod lies in GOPATH itself ($GOPATH/go.mod), which in Go's images is /go: there Go reads no module",
    correctiveAction: "Copy the sources into a folder of their own (`WORKDIR /src`), and not into /go.",
    source: "golang/go: src/cmd/go/internal/modload/init.go",
    example: "$GOPATH/go.mod exists but should not",
    nearMiss: "GOPATH is /go",
  },
];
