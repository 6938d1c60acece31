/** A failure record that a diagnosis was filed as, or counted on. */
export interface OnRecord {
  readonly id: string;
  readonly outcome: "filed" | "counted" | "reopened" | "known";
}
