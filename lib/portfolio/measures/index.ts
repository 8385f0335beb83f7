export * from "./change";
export * from "./concentration";
export * from "./leverage";
export * from "./series";
export * from "./specialisation";
export * from "./tiers";
