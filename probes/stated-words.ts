/** The fields by which a health check says whether the service is healthy (draft-inadarei-api-health-check, 3.1; others by use). */
export const FIELDS = ["status", "healthy", "ok", "success", "alive", "ready"] as const;

/** What `status` calls a service that fails; Spring Boot's Actuator has `DOWN` and `OUT_OF_SERVICE`, gRPC `NOT_SERVING`. */
export const UNHEALTHY =
  /^(?:fail(?:ed|ing|ure)?|error|down|unhealthy|out_of_service|critical|unavailable|false|dead|offline|nok|ko|not[ _-]?(?:ok|healthy|serving|alive))$/i;

/** What it is called as long as that may pass. */
export const NOT_YET =
  /^(?:not[ _-]?(?:ready|started|yet)|(?:start|initiali[sz]|boot|load|warm)ing(?:[ _-]?up)?|pending)\b/i;

/** What is healthy by its own account, and not all of it. */
export const PARTLY = /^(?:degraded|warn(?:ing)?|partial(?:ly)?\b.*)$/i;

/** What reads a health check's answer: it fails, is not decided yet, or has something to say. */
export interface Stated {
  add(chunk: Buffer): void;
  problem(): string | undefined;
  doubt(): string | undefined;
  remark(): string | undefined;
}
