import type { FaultyRepository, SmallRepository } from "./repository";

const SYMFONY = (file: string, host: string): SmallRepository["files"] => ({
  [file]: `APP_ENV=dev\nDATABASE_URL="postgresql://app:!ChangeMe!@${host}:5432/app?serverVersion=16&charset=utf8"\n`,
  "composer.json":
    '{ "name": "heron/heron", "require": { "php": ">=8.2", "symfony/framework-bundle": "7.2.*" } }\n',
});

/** What Symfony's recipe writes for a developer's machine. */
export const SOUND_SYMFONY: readonly SmallRepository[] = [
  { name: "URL: Symfony's own default", files: SYMFONY(".env", "127.0.0.1") },
  { name: "URL: Symfony's own default by a name, for developers", files: SYMFONY(".env.dev", "localhost") },
];

export const FAULTY_SYMFONY: readonly FaultyRepository[] = [
  {
    name: "URL: Symfony's default for another host",
    files: SYMFONY(".env", "db.heron.dev"),
    finds: ["environment/placeholder .env:2"],
  },
  {
    name: "URL: Symfony's default in production's file",
    files: SYMFONY(".env.production", "127.0.0.1"),
    finds: ["environment/placeholder .env.production:2"],
  },
];
