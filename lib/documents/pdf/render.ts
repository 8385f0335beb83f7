import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

/** The documents that Kehe prints; each is a Typst file in `templates/`. */
export type Template = "acceptance-certificate" | "paper" | "sheet";

/** What a template reads: plain JSON, so that typed text stays text and never becomes markup. */
export type PdfData = { [key: string]: unknown };

const templates = join(process.cwd(), "lib/documents/pdf/templates");
/** The fonts come as files of an npm package, so that a document looks alike on every machine. */
const fonts = join(process.cwd(), "node_modules/@expo-google-fonts/noto-serif-sc");
const weights = ["400Regular", "700Bold"];

const held = globalThis as typeof globalThis & { kehePdfCompiler?: NodeCompiler };

/** One compiler a process: it keeps the fonts, which are the slow part. */
function compiler(): NodeCompiler {
  held.kehePdfCompiler ??= withTemplates(
    NodeCompiler.create({
      workspace: templates,
      fontArgs: [{ fontPaths: weights.map((weight) => join(fonts, weight)) }],
    }),
  );
  return held.kehePdfCompiler;
}

function withTemplates(fresh: NodeCompiler): NodeCompiler {
  for (const name of readdirSync(templates)) {
    fresh.addSource(join(templates, name), readFileSync(join(templates, name), "utf8"));
  }
  return fresh;
}

/** A document as PDF/A, which archives keep; throws on a template that doesn't compile. */
export function renderPdf(template: Template, data: PdfData): Uint8Array<ArrayBuffer> {
  const typst = compiler();
  const source = {
    mainFilePath: join(templates, `${template}.typ`),
    inputs: { data: JSON.stringify(data) },
  };
  const bytes = typst.pdf(source, { pdfStandard: "a-2b" });
  typst.evictCache(10);
  return new Uint8Array(bytes);
}
