/** Options of every stage, in one flat value. */
export interface Options {
  /** Siglum of the report whose order and wording lead. Default: the first. Change it to read the others against another. */
  readonly base?: string;
}
