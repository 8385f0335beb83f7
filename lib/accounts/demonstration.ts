/** Sign-in names that only the demonstration has, in the order in which the page lists them. */
export const demonstrationAccounts = [
  "enterprise",
  "filler",
  "enterprise2",
  "district",
  "district2",
  "officer",
  "officer2",
  "head",
  "expert1",
  "expert2",
  "expert3",
  "expert4",
  "expert5",
  "manager",
  "auditor",
  "admin",
  "secadmin",
] as const;

export const demonstrationPassword = "kehe-demo";
