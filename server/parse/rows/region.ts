/** The items from `from` up to, not including, `to`. */
export interface Region {
  readonly from: number;
  readonly to: number;
}
