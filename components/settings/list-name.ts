interface Text {
  (key: string): string;
  has: (key: string) => boolean;
}

/** A code list's name; one that has none yet keeps its key. */
export const listName = (list: string, t: Text): string =>
  t.has(`list.${list}`) ? t(`list.${list}`) : list;
