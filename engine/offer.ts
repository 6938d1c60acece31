/** A CLI that one source offers, or the reason why it offers none. */
export type Offer =
  | {
      readonly pulumi: string;
      readonly version: string;
      readonly why: string;
      readonly binDirectory?: string;
    }
  | { readonly pulumi?: undefined; readonly why: string };
