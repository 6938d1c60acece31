import type { LogReading } from "../../diagnosis";
import type { RenderFailure } from "../../platforms/render/failure";
import type { ServiceChoice } from "../render-service";

/** A log, with what is known of its deploy. */
export interface LogSource {
  readonly reading: LogReading;
  /** As messages name it. */
  readonly name: string;
  readonly failure: RenderFailure | undefined;
  readonly service: string | undefined;
  readonly deploy: string | undefined;
  readonly commit: string | undefined;
  /** When the deploy was given up, where Render says so. */
  readonly failedAt: Date | undefined;
}

export interface SourceRequest extends ServiceChoice {
  /** A file, or `-`; undefined for a deploy at Render. */
  readonly log: string | undefined;
  readonly deploy?: string;
  readonly events?: string;
  readonly signal: AbortSignal;
  readonly report: (line: string) => void;
}
