"use client";

import { NativeSelect } from "@mantine/core";
import { useRef } from "react";
import type { FieldValues, UseControllerReturn } from "react-hook-form";
import type { FormField, FormValues } from "./types";

/** The files of a field, whether it holds ids or lines of a file and its kind of document. */
export interface Attached {
  ids: string[];
  add: (id: string) => void;
  remove: (id: string) => void;
  kindOf: (id: string) => string;
  setKind: (id: string, kind: string) => void;
}

function idsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((id) => typeof id === "string");
  return typeof value === "string" && value !== "" ? [value] : [];
}

function linesOf(value: unknown): FormValues[] {
  if (!Array.isArray(value)) return [];
  return value.filter((line) => typeof line === "object" && line !== null);
}

const textIn = (line: FormValues, name: string): string => {
  const value = line[name];
  return typeof value === "string" ? value : "";
};

/** The first kind that no file has yet, so that the papers asked for are named in their order. */
function nextKind(field: FormField, lines: readonly FormValues[]): string {
  const kinds = kindChoices(field).map(({ value }) => value);
  const used = new Set(lines.map((line) => textIn(line, "documentKind")));
  return kinds.find((kind) => !used.has(kind)) ?? kinds[0] ?? "";
}

function kindChoices(field: FormField) {
  return field.fields?.find(({ name }) => name === "documentKind")?.choices ?? [];
}

/** Reads and writes the files of a field. Uploads end one after another: the last value counts. */
export function useAttached(
  field: FormField,
  bound: UseControllerReturn<FieldValues, string>,
): Attached {
  const current = useRef<unknown>(bound.field.value);
  current.current = bound.field.value;
  const change = (value: unknown) => {
    current.current = value;
    bound.field.onChange(value);
  };
  return field.fields ? asLines(field, current, change) : asIds(field, current, change);
}

type Current = { readonly current: unknown };

function asIds(field: FormField, current: Current, change: (value: unknown) => void): Attached {
  const set = (ids: string[]) => change(field.kind === "files" ? ids : (ids.at(-1) ?? ""));
  return {
    ids: idsOf(current.current),
    add: (id) => set([...idsOf(current.current), id]),
    remove: (id) => set(idsOf(current.current).filter((other) => other !== id)),
    kindOf: () => "",
    setKind: () => undefined,
  };
}

function asLines(field: FormField, current: Current, change: (value: unknown) => void): Attached {
  const lines = () => linesOf(current.current);
  const find = (id: string) => lines().find((line) => line.fileId === id);
  return {
    ids: lines().map((line) => textIn(line, "fileId")),
    add: (fileId) => change([...lines(), { fileId, documentKind: nextKind(field, lines()) }]),
    remove: (id) => change(lines().filter((line) => line.fileId !== id)),
    kindOf: (id) => textIn(find(id) ?? {}, "documentKind"),
    setKind: (id, documentKind) =>
      change(lines().map((line) => (line.fileId === id ? { ...line, documentKind } : line))),
  };
}

interface KindSelectProps {
  field: FormField;
  attached: Attached;
  fileId: string;
}

/** Which document of the project a file is. */
export function KindSelect({ field, attached, fileId }: KindSelectProps) {
  const kind = field.fields?.find(({ name }) => name === "documentKind");
  if (!kind) return null;
  return (
    <NativeSelect
      aria-label={kind.label}
      size="xs"
      data={kindChoices(field)}
      value={attached.kindOf(fileId)}
      onChange={(event) => attached.setKind(fileId, event.currentTarget.value)}
    />
  );
}
