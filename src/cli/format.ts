/** What can be printed. */
export const FORMATS = ["terminal", "html", "json", "tei", "dot", "graphml", "prov", "csv", "annotations"] as const;

export type Format = (typeof FORMATS)[number];
