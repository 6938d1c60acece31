import { DOCKER, POOL, REF } from "./written";

/** What several files of the sixteenth batch write: sources of services, addresses, and fields of Render's. */
export const java = {
  driver: "pgjdbc",
  properties: DOCKER,
  command: "java -jar /srv/harbor.jar --server.port=8000",
} as const;
export const dotnet = {
  driver: "npgsql",
  properties: DOCKER,
  command: "dotnet Harbor.Web.dll --urls http://0.0.0.0:8000",
} as const;

export const session = (rest = "") => `postgresql://app.${REF}:q7TideLine@${POOL}:5432/postgres${rest}`;
export const transaction = (rest = "") => `postgresql://app.${REF}:q7TideLine@${POOL}:6543/postgres${rest}`;
export const spring = (address: string) => ({
  SPRING_DATASOURCE_URL: address,
  SPRING_DATASOURCE_USERNAME: `app.${REF}`,
  SPRING_DATASOURCE_PASSWORD: "q7TideLine",
});

export const GUNICORN = "gunicorn harbor.wsgi:application --bind 0.0.0.0:$PORT";
export const DISK = { name: "uploads", mountPath: "/var/data", sizeGb: 5 };
export const SCALING = {
  enabled: true,
  min: 1,
  max: 3,
  criteria: { cpu: { enabled: true, percentage: 70 } },
};
