"use client";

import { useEffect } from "react";

/**
 * A link followed while something is not yet saved saves it first; the page stays where that fails, and
 * says so. Other tabs, downloads and places on the same page need no saving.
 */
export function useSaveBeforeLeaving(unsaved: () => boolean, save: () => Promise<boolean>): void {
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (link === null || !leaves(link, event) || !unsaved()) return;
      event.preventDefault();
      event.stopPropagation();
      void save().then((saved) => {
        if (saved) window.location.assign(link.href);
      });
    };
    document.addEventListener("click", follow, true);
    return () => document.removeEventListener("click", follow, true);
  }, [unsaved, save]);
}

function leaves(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
  if (!plain || event.defaultPrevented || link.href === "") return false;
  if (link.target === "_blank" || link.hasAttribute("download")) return false;
  const to = new URL(link.href, window.location.href);
  const here = window.location;
  return to.origin === here.origin && (to.pathname !== here.pathname || to.search !== here.search);
}
