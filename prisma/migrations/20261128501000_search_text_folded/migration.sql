-- A project is found in either letter case and width: the text is kept folded, as its pieces are.
UPDATE "project" SET "search_text" = lower(normalize("search_text", NFKC));
