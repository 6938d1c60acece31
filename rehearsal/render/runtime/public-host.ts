import type { Service } from "../store";

/** The host name that a service has on Render. */
export const publicHost = ({ slug }: Pick<Service, "slug">): string => `${slug}.onrender.com`;
