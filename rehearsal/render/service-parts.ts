/** One run of a cron job. */
export interface CronRun {
  readonly id: string;
  readonly startedAt: string;
  readonly triggeredBy?: string;
  status: "pending" | "successful" | "unsuccessful" | "canceled";
  finishedAt?: string;
}

export interface Header {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly value: string;
}

/** Of a static site: the first that matches applies. */
export interface Route {
  readonly id: string;
  readonly type: "redirect" | "rewrite";
  readonly source: string;
  readonly destination: string;
}

export interface Domain {
  readonly id: string;
  readonly name: string;
  readonly domainType: "apex" | "subdomain";
  readonly publicSuffix: string;
  readonly redirectForName: string;
  readonly createdAt: string;
  verificationStatus: "verified" | "unverified";
}
