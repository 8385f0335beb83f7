"use client";

import { useTranslations } from "next-intl";
import { createContext, useContext, useRef, useState } from "react";
import type { FieldValues, UseControllerReturn } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { formatBytes } from "@/components/ui/format";
import { KindSelect, useAttached } from "./documents";
import { controlId } from "./failure-notice";
import styles from "./form.module.css";
import type { FormField, KnownFile } from "./types";
import { uploadFile } from "./upload";

/** Names and sizes of files that are already uploaded, by id. */
export const KnownFiles = createContext<Readonly<Record<string, KnownFile>>>({});

const DEFAULT_MAX_BYTES = 50 * 1024 * 1024;

interface Underway {
  name: string;
  percent: number;
  cancel: () => void;
}

interface FileControlProps {
  field: FormField;
  path: string;
  bound: UseControllerReturn<FieldValues, string>;
}

function sizeText(file: KnownFile | undefined): string {
  return file ? formatBytes(file.bytes) : "";
}

/** Refuses before uploading what the server would refuse: too large, or another kind. */
function refusalOf(
  file: File,
  field: FormField,
): { code: string; params: Record<string, string> } | undefined {
  const limit = field.maxBytes ?? DEFAULT_MAX_BYTES;
  if (file.size > limit) return { code: "file_too_large", params: { size: formatBytes(limit) } };
  const accepted = field.accept?.some((ending) => file.name.toLowerCase().endsWith(ending));
  if (accepted === false) {
    return { code: "file_type", params: { types: field.accept?.join(" ") ?? "" } };
  }
  return undefined;
}

function useUpload(field: FormField, add: (id: string) => void) {
  const t = useTranslations("errors");
  const known = useContext(KnownFiles);
  const [files, setFiles] = useState<Record<string, KnownFile>>({});
  const [underway, setUnderway] = useState<Underway>();
  const [error, setError] = useState<string>();

  async function upload(file: File) {
    const refusal = refusalOf(file, field);
    setError(refusal ? t(`field.${refusal.code}`, refusal.params) : undefined);
    if (refusal) return;
    const abort = new AbortController();
    const show = (percent: number) =>
      setUnderway({ name: file.name, percent, cancel: () => abort.abort() });
    show(0);
    const result = await uploadFile(file, show, abort.signal);
    setUnderway(undefined);
    if (result.kind === "done") {
      setFiles((before) => ({ ...before, [result.id]: { name: file.name, bytes: file.size } }));
      add(result.id);
    } else if (result.kind === "refused") {
      setError(t(t.has(result.code) ? result.code : "field.file_failed", { id: "" }));
    }
  }

  return { upload, underway, error, fileOf: (id: string) => files[id] ?? known[id] };
}

/** Uploads at once, shows how far it is, and keeps the ids in the form. */
export function FileControl({ field, path, bound }: FileControlProps) {
  const t = useTranslations("forms");
  const input = useRef<HTMLInputElement>(null);
  const attached = useAttached(field, bound);
  const needed = field.required && (field.kind === "file" || (field.minItems ?? 0) > 0);
  const { upload, underway, error, fileOf } = useUpload(field, attached.add);
  const id = controlId(path);
  const message = error ?? bound.fieldState.error?.message;
  const limit = formatBytes(field.maxBytes ?? DEFAULT_MAX_BYTES);

  async function uploadAll(chosen: readonly File[]) {
    for (const file of chosen) await upload(file);
    if (input.current) input.current.value = "";
  }

  return (
    <div className={styles.files}>
      <label className={styles.controlLabel} htmlFor={id}>
        {field.label}
        {needed ? <span aria-hidden="true"> *</span> : null}
      </label>
      <span id={`${id}-help`} className={styles.help}>
        {field.help ? `${field.help} ` : ""}
        {t("fileHint", { size: limit, types: field.accept?.join(" ") ?? t("anyType") })}
      </span>
      {field.note ? <span className={styles.note}>{field.note}</span> : null}
      {attached.ids.map((fileId) => (
        <div key={fileId} className={styles.file}>
          <a className={styles.fileName} href={`/api/files/${fileId}`}>
            {fileOf(fileId)?.name ?? t("uploaded")}
          </a>
          <span className={styles.help}>{sizeText(fileOf(fileId))}</span>
          <KindSelect field={field} attached={attached} fileId={fileId} />
          <Button
            type="button"
            size="small"
            variant="quiet"
            onClick={() => attached.remove(fileId)}
          >
            {t("removeFile", { name: fileOf(fileId)?.name ?? "" })}
          </Button>
        </div>
      ))}
      {underway ? (
        <div className={styles.file}>
          <span className={styles.fileName}>{underway.name}</span>
          <progress
            className={styles.bar}
            max={100}
            value={underway.percent}
            aria-label={t("uploading", { name: underway.name })}
          />
          <span>{underway.percent}%</span>
          <Button type="button" size="small" variant="quiet" onClick={underway.cancel}>
            {t("cancelUpload")}
          </Button>
        </div>
      ) : null}
      <input
        ref={input}
        id={id}
        type="file"
        multiple={field.kind === "files"}
        accept={field.accept?.join(",")}
        disabled={Boolean(underway)}
        aria-describedby={`${id}-help ${id}-error`}
        aria-invalid={Boolean(message)}
        onChange={(event) => void uploadAll(Array.from(event.currentTarget.files ?? []))}
      />
      <span id={`${id}-error`} className={styles.error} role="status">
        {message}
      </span>
    </div>
  );
}
