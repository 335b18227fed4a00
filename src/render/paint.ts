/** Gives a part of a terminal page its look. Must add no width: colors, weight, nothing that is seen as a character. */
export type Brush = (text: string) => string;

/** What looks different on a terminal page. */
export interface Paint {
  readonly strong: Brush;
  readonly soft: Brush;
  readonly siglum: Brush;
  readonly alert: Brush;
  readonly notice: Brush;
  readonly remark: Brush;
  /** Words that depart from the base's. Null: asterisks around them instead. */
  readonly differs: Brush | null;
}

const leave: Brush = (text) => text;

/** No color at all. */
export const PLAIN: Paint = {
  strong: leave,
  soft: leave,
  siglum: leave,
  alert: leave,
  notice: leave,
  remark: leave,
  differs: null,
};
