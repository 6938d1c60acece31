import type { SealedCase } from "./sealed";
import { POOL, REF } from "./written";

const node = { runtime: "node", driver: "none", command: "node dist/main.js" } as const;

/**
 * Sound values of the sixteenth batch. Each looks like a fault and is none; the comment says why, and after the dash
 * what decides it.
 */
export const SOUND_VALUES_OF_SIXTEENTH: readonly SealedCase[] = [
  // This is the switch of the package debug, with the names of its logs. - debug's readme.
  { ...node, variables: { DEBUG: "harbor:*,-harbor:sql", DEBUG_COLORS: "0" } },
  // The path of a picture is no text to fill in. - the name is the team's own.
  {
    ...node,
    variables: { PLACEHOLDER_IMAGE: "/images/placeholder.png", EXAMPLE_TIDE_TABLE: "cuxhaven-2026" },
  },
  // The angle brackets and the percent signs are of a log's format. - Python's page on logging.
  { variables: { LOG_FORMAT: "%(asctime)s <%(name)s> [%(levelname)s] %(message)s", LOG_LEVEL: "DEBUG" } },
  // The API has a domain of its own, and the database has the pooler's. - Supabase's page on custom domains.
  {
    variables: {
      SUPABASE_URL: "https://id.harbor-tides.eu",
      DATABASE_URL: `postgresql://app.${REF}:q7TideLine@${POOL}:5432/postgres`,
    },
  },
  // Storage has the notation of S3 at the project's own host. - Supabase's page on S3.
  {
    ...node,
    variables: {
      S3_ENDPOINT: `https://${REF}.supabase.co/storage/v1/s3`,
      S3_REGION: "eu-central-1",
      S3_FORCE_PATH_STYLE: "true",
    },
  },
  // A laptop's page may call the API as well, and Redis has Render's internal name. - Render's page on Key Value.
  {
    ...node,
    variables: {
      CORS_ORIGINS: "https://harbor-tides.eu,http://localhost:5173",
      REDIS_URL: "redis://red-c9hq2lgd3nbs73f0a6vg:6379",
    },
  },
];
