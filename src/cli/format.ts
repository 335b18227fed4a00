/** What can be printed. */
export const FORMATS = ["terminal", "html", "json", "tei", "annotations"] as const;

export type Format = (typeof FORMATS)[number];
