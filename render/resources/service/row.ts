import type { Fields } from "../../fields";

/** What a kind of service is to Render: its `type`, and the inputs that it has. */
export interface ServiceType {
  readonly type: string;
  readonly fields: Fields;
}

/** One kind of service: its row in the provider's table is made of this. */
export interface ServiceRow extends ServiceType {
  readonly token: string;
  /** For messages, such as `web service`. */
  readonly called: string;
  /** Whether Render gives it an address. */
  readonly hasUrl: boolean;
}
