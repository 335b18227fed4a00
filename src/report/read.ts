import { InputError } from "../error.ts";
import { decodeText } from "./decode.ts";
import { readHtml } from "./html.ts";
import { readPlain } from "./plain.ts";
import type { Report, ReportId } from "./report.ts";
import { makeReport } from "./source.ts";

/** A file as its bytes. `name` is the path or URL as the user gave it; `-` is standard input. */
export interface Input {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export async function readReports(inputs: readonly Input[]): Promise<{ reports: Report[]; refused: InputError[] }> {
  const reports: Report[] = [];
  const refused: InputError[] = [];
  for (const { name, bytes } of inputs) {
    try {
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes)));
      const sha256 = [...digest].map((b) => b.toString(16).padStart(2, "0")).join("");
      const isHtml = /\.html?$/iu.test(name);
      const text = decodeText(bytes, name, isHtml);
      reports.push(
        makeReport(
          isHtml ? await readHtml(text, name) : readPlain(text),
          { place: name, sha256 },
          sha256.slice(0, 12) as ReportId,
        ),
      );
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      refused.push(error);
    }
  }
  return { reports, refused };
}
