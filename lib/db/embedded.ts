export { portIsFree } from "./embedded/process";
export { attachEmbedded, type EmbeddedServer, startEmbedded } from "./embedded/server";
export { startTemporary } from "./embedded/temporary";
