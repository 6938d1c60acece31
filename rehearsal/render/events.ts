/** Why a process or deploy failed, in the API's structure. */
export interface Failure {
  readonly evicted: false;
  readonly oomKilled?: { readonly memoryLimit: string };
  readonly nonZeroExit?: number;
  readonly earlyExit?: true;
  readonly timedOutSeconds?: number;
  readonly timedOutReason?: string;
  readonly unhealthy?: string;
}

export interface ServiceEvent {
  readonly id: string;
  readonly serviceId: string;
  readonly timestamp: string;
  readonly type: string;
  readonly details: Readonly<Record<string, unknown>>;
}
