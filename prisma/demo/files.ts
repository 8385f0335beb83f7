import { uploadFile } from "@/lib/documents/upload";
import type { Demo } from "./runner";

/** A small valid PDF of one page that says what it stands for. */
export function pdfOf(line: string): Buffer {
  const text = `BT /F1 14 Tf 60 760 Td (Kehe demonstration: ${line}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let body = "%PDF-1.4\n";
  const places = objects.map((object, at) => {
    const place = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const end = `xref\n0 6\n0000000000 65535 f \n${places.join("")}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + end, "latin1");
}

/** Uploads a paper as this person does; answers the file's id. */
export async function upload(
  demo: Demo,
  username: string,
  name: string,
  line: string,
): Promise<string> {
  const form = new FormData();
  const bytes = new Uint8Array(pdfOf(line));
  form.append("file", new File([bytes], `${name}.pdf`, { type: "application/pdf" }));
  const request = new Request("http://localhost/api/files", { method: "POST", body: form });
  demo.clock.tick();
  return (await uploadFile(request, demo.actor(username))).id;
}
