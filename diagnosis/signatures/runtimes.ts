import type { Signature } from "../signature";

/** What says that the code and its runtime do not fit. */
export const RUNTIMES_SIGNATURES: readonly Signature[] = [
  {
    id: "node/too-old",
    mode: "runtime/incompatible",
    meaning: "the code needs another Node.js",
    pattern:
      /ReferenceError: (?<name>performance|fetch|File|Blob|crypto|structuredClone|Headers|FormData|ReadableStream|CustomEvent) is not defined|SyntaxError: Unexpected token '(?<name2>\?\?=|\|\|=|\?|\.|&&=)'|(?:requires|You are using) Node\.js v?(?:version )?(?<name3>>?=? ?\d[\d.]*)|The engine "node" is incompatible with this module\. Expected version "(?<name4>[^"]+)"|Unsupported engine|Object\.hasOwn is not a function|ERR_UNKNOWN_BUILTIN_MODULE|No such built-in module: node:|(?:replaceAll|toSorted|findLast|Object\.groupBy|Promise\.withResolvers) is not a function/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "the build or the service runs on a Node.js that the code or a package does not support: {name}",
    correctiveAction:
      "Set the version that the packages need: `engines.node` in package.json, NODE_VERSION, or the image's tag (`FROM node:22`).",
    source: "nodejs.org/api/globals.html (history); docs.npmjs.com/cli/configuring-npm/package-json#engines",
    example: "ReferenceError: performance is not defined",
    examples: [
      'error next@15.0.0: The engine "node" is incompatible with this module. Expected version ">=18.18.0". Got "16.20.0"',
      "You are using Node.js 16.14.0. For Next.js, Node.js version >= v18.17.0 is required.",
    ],
    nearMiss: 'the engine "node" is 22',
  },
  {
    id: "node/openssl",
    mode: "runtime/incompatible",
    meaning: "an old bundler meets a newer OpenSSL",
    pattern: /ERR_OSSL_EVP_UNSUPPORTED|digital envelope routines::?\s?(?:initialization error|unsupported)/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "an old webpack uses a hash (MD4) that the OpenSSL of Node.js 17 and later does not have",
    correctiveAction:
      "Update webpack (5.61 or later) or react-scripts 5; until then set NODE_OPTIONS=--openssl-legacy-provider or Node.js 16.",
    source: "nodejs.org/en/blog/release/v17.0.0",
    example: "Error: error:0308010C:digital envelope routines::unsupported",
    examples: ["  code: 'ERR_OSSL_EVP_UNSUPPORTED'"],
    nearMiss: "openssl 3.0",
  },
  {
    id: "glibc",
    mode: "runtime/incompatible",
    meaning: "a binary was built for another C library",
    pattern:
      /version `(?<name>(?:GLIBC(?:XX)?|CXXABI|GCC)_[\w.]+)' not found|ld-linux-x86-64\.so\.2: No such file|undefined symbol: (?<name3>__\w+)/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "a binary needs {name}, which the system of this image does not have: it was built on a newer system, or for another C library",
    correctiveAction:
      "Build on the same image as you run on, or take a newer base image; on Alpine (musl) take the package's build for musl or an image of Debian.",
    source: "man7.org: ld.so(8); peps.python.org/pep-0600",
    example: "/lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by ./server)",
    nearMiss: "GLIBC_2.36 is installed",
  },
  {
    id: "shared-library",
    mode: "import/missing-library",
    meaning: "a library of the system is missing",
    pattern:
      /(?:error while loading shared libraries|Error loading shared library|ImportError|OSError|LoadError):? ?(?:cannot load such file -- )?(?<name>lib[\w.+-]+\.so[\w.]*)|(?<name2>lib[\w+-]+\.so[\w.]*): cannot open shared object file|no library called "(?<name3>[^"]+)"|Failed to load library '(?<name4>[^']+)'|Unable to load shared library '(?<name5>[^']+)'|(?:UnsatisfiedLinkError|DllNotFoundException): .*?(?<name6>lib[\w.+-]+)|problem with your OpenSSL installation|couldn't find (?<name7>libvips|libmagic)/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause: "the system of the image misses {name}",
    correctiveAction:
      "Install the package that has {name} in the image (`apt-get install libssl3 openssl`, `libgl1`, `libpq5`, `apk add openssl`), or take a base image that has it; Prisma: set `binaryTargets`.",
    source: "man7.org: ld.so(8); pris.ly/d/system-requirements",
    example:
      "error while loading shared libraries: libssl.so.1.1: cannot open shared object file: No such file or directory",
    examples: [
      "Error loading shared library libssl.so.1.1: No such file or directory (needed by /app/node_modules/prisma/libquery_engine-linux-musl.so.node)",
      "ImportError: libGL.so.1: cannot open shared object file: No such file or directory",
    ],
    nearMiss: "library libssl.so.3 is loaded",
  },
  {
    id: "go/too-old",
    mode: "build/failed",
    meaning: "the code needs another Go",
    pattern:
      /(?:go\.mod|@v[\w.+-]+) requires go >= (?<name>[\d.]+) \(running go (?<running>[\d.]+)|invalid go version '(?<name3>[^']+)'|package (?<name4>slices|maps|cmp|log\/slog|iter) is not in (?:GOROOT|std)|note: module requires Go (?<name5>[\d.]+)|unknown (?:block|directive) in go\.mod|unknown directive: toolchain|toolchain not available/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the build's Go is older than go.mod or a module asks: {name}",
    correctiveAction:
      "Take an image of the Go that is asked for (the tag of golang), or a newer one, or set GOTOOLCHAIN=auto; a tool that is installed with @latest can be held at the last version for this Go.",
    source: "go.dev/doc/toolchain",
    example: "go: go.mod requires go >= 1.25.0 (running go 1.24.13; GOTOOLCHAIN=local)",
    nearMiss: "go.mod has go 1.25",
  },
  {
    id: "java/tool-too-old",
    mode: "runtime/incompatible",
    meaning: "the build tool is older than its Java",
    pattern: /[Uu]nsupported class file major version (?<name>\d+)/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "the tool that reads the classes (Gradle, Groovy, or a plugin) is older than the Java that it runs on: class file major version {name} (61 is Java 17, 65 is Java 21)",
    correctiveAction:
      "Update the tool (`gradle/wrapper/gradle-wrapper.properties`, the plugin's version), or let it run on an older Java.",
    source: "docs.gradle.org/current/userguide/compatibility.html",
    example:
      "> BUG! exception in phase 'semantic analysis' in source unit '_BuildScript_' Unsupported class file major version 65",
    nearMiss: "class files of major version 61 are read",
  },
  {
    id: "java/class-version",
    mode: "runtime/incompatible",
    meaning: "the code needs another Java",
    pattern:
      /UnsupportedClassVersionError|[Uu]nsupported major\.minor version|Unsupported Java\. |Cannot find a Java installation|[Nn]o matching toolchains? found|matching toolchain definitions for .{0,60}jdk/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "the code was built for, or asks for, another Java than the one that is there (class file version 61 is Java 17, 65 is Java 21)",
    correctiveAction:
      "Take the Java that the log names in the image (the tag of eclipse-temurin) or by `java.runtime.version` in system.properties, or compile for the one that is there.",
    source: "docs.oracle.com/javase/specs/jvms (4.1)",
    example: "java.lang.UnsupportedClassVersionError: Preview features are not enabled for app/Main",
    nearMiss: "java 21 is installed",
  },
  {
    id: "rust/too-old",
    mode: "build/failed",
    meaning: "the code needs another Rust",
    pattern:
      /feature `(?<name>edition\d+)` is required|requires rustc (?<name2>[\d.]+)|rustc (?<name3>[\d.]+) is not supported|lock file version `?(?<name4>\d)`? (?:requires|was found)|cannot be built because it requires rustc (?<name5>[\d.]+)|use of unstable library feature/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "a crate asks for a newer Rust than the build's: {name}",
    correctiveAction:
      "Take a newer image (`FROM rust:1.85`), set rust-toolchain.toml, or hold the crate's version in Cargo.lock.",
    source: "doc.rust-lang.org/cargo/reference/rust-version.html",
    example: "  feature `edition2024` is required",
    examples: ["error: package `time v0.3.44` cannot be built because it requires rustc 1.81.0 or newer"],
    nearMiss: "rustc 1.90 is installed",
  },
  {
    id: "php/version",
    mode: "build/failed",
    meaning: "PHP or one of its extensions does not fit",
    pattern:
      /requires php (?<name>\S+) (?:->|but)|your php version \((?<name2>[\d.]+)|requires ext-(?<name3>\w+) \*|the requested PHP extension (?<name4>\w+) is missing|Your requirements could not be resolved|composer\.lock (?:file )?is not up to date|Call to undefined function (?<name5>\w+)\(\)|Class "(?<name6>GMP\w*)" not found/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "composer.json and the image's PHP do not fit: {name}",
    correctiveAction:
      "Set the PHP version and install the extension in the image (`docker-php-ext-install pdo_pgsql`), then commit composer.lock.",
    source: "getcomposer.org/doc/articles/troubleshooting.md",
    example:
      "  - Root composer.json requires php ^8.3 but your php version (8.1.27) does not satisfy that requirement.",
    nearMiss: "php 8.3 is installed",
  },
];
