import type { Service } from "../store";

/** The host name that a service has on Render: the Host of health checks, and the name in log lines. */
export const publicHost = ({ slug }: Pick<Service, "slug">): string => `${slug}.onrender.com`;
