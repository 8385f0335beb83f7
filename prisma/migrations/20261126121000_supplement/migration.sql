-- A change of the foreign partner is open until its supplementary agreement is signed.
DROP INDEX "change_request_one_open_of_a_kind";
CREATE UNIQUE INDEX "change_request_one_open_of_a_kind" ON "change_request" ("project_id", "kind")
  WHERE "status" IN ('draft', 'district_opinion', 'bureau_review', 'signing');
