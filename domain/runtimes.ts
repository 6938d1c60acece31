import type { Dated } from "./dated";
import type { RuntimeFact } from "./repository-fact";

type Language = RuntimeFact["language"];

/** Where a language's version is written, and by whom it is read. */
export interface Runtime {
  readonly language: Language;
  /** The version in the name of an official image, or of one that is named after it. */
  readonly image: RegExp;
  /** Whether the image that builds decides, since nothing of the language runs afterwards. */
  readonly builds: boolean;
  /** Render's variable (render.com/docs: python-version, node-version, ruby-version). */
  readonly variable?: string;
  /** Files that platforms read, with the version in them. */
  readonly files: readonly { readonly name: string; readonly version: RegExp }[];
}

const PLAIN = /^\s*v?(\d+(?:\.\d+){0,2})\s*$/;

export const RUNTIMES: readonly Runtime[] = [
  {
    language: "python",
    image: /(?:^|\/)(?:python:|uv:(?:[\d.]+-)?python)(\d+(?:\.\d+){1,2})/,
    builds: false,
    variable: "PYTHON_VERSION",
    files: [
      { name: ".python-version", version: PLAIN },
      { name: "runtime.txt", version: /^\s*python-(\d+(?:\.\d+){0,2})\s*$/ },
    ],
  },
  {
    language: "node",
    image: /(?:^|\/)node:(\d+(?:\.\d+){0,2})/,
    builds: false,
    variable: "NODE_VERSION",
    files: [
      { name: ".nvmrc", version: PLAIN },
      { name: ".node-version", version: PLAIN },
    ],
  },
  {
    language: "go",
    image: /(?:^|\/)golang:(\d+(?:\.\d+){1,2})/,
    builds: true,
    variable: "GO_VERSION",
    files: [],
  },
  {
    language: "ruby",
    image: /(?:^|\/)ruby:(\d+(?:\.\d+){1,2})/,
    builds: false,
    files: [{ name: ".ruby-version", version: /^\s*(?:ruby-)?(\d+(?:\.\d+){1,2})\s*$/ }],
  },
  {
    // The images that openjdk's page names, Distroless, and Maven's and Gradle's by what they are made from.
    language: "java",
    image:
      /(?:^|\/)(?:(?:eclipse-temurin|openjdk|amazoncorretto|ibm-semeru-runtimes|sapmachine|zulu-openjdk(?:-\w+)?|liberica-[\w-]+|jdk(?:-community)?):(?:\w+-)?|java(?=\d+-debian)|(?:maven|gradle):[\w.-]*?(?:temurin-|jdk-?|corretto-))(\d+)/,
    builds: false,
    files: [{ name: "system.properties", version: /^\s*java\.runtime\.version\s*=\s*(\d+)\s*$/m }],
  },
  {
    language: "dotnet",
    image: /^mcr\.microsoft\.com\/dotnet\/(?:aspnet|runtime|sdk):(\d+\.\d+)/,
    builds: false,
    files: [],
  },
  {
    // Docker's own, and those that have the same number: dunglas/frankenphp:1-php8.3, webdevops/php-nginx:8.3
    language: "php",
    image:
      /^(?:(?:docker\.io\/)?(?:library\/)?php:|public\.ecr\.aws\/docker\/library\/php:|(?:docker\.io\/)?(?:(?:webdevops|serversideup|bitnami|thecodingmachine)\/php(?:-\w+)*:|dunglas\/frankenphp:(?:[\w.]+-)?php))(\d+\.\d+(?:\.\d+)?)/,
    builds: false,
    files: [],
  },
  { language: "rust", image: /(?:^|\/)rust:(\d+(?:\.\d+){1,2})/, builds: true, files: [] },
];

interface Wheels {
  readonly package: string;
  /** The first version with wheels for this Python; those before it are built from source, or fail to load. */
  readonly since: string;
  readonly python: string;
}

/** From the changelogs of psycopg 2, asyncpg, NumPy and pandas: a list that grows. */
export const WHEELS: Dated<readonly Wheels[]> = {
  read: "2026-11-28",
  source:
    "https://www.psycopg.org/docs/news.html; MagicStack/asyncpg: releases; https://numpy.org/news; https://pandas.pydata.org/docs/whatsnew",
  value: [
    { package: "psycopg2-binary", since: "2.9.10", python: "3.13.0" },
    { package: "asyncpg", since: "0.30.0", python: "3.13.0" },
    { package: "numpy", since: "2.1.0", python: "3.13.0" },
    { package: "pandas", since: "2.2.3", python: "3.13.0" },
  ],
};
