/**
 * Loaded first into the web server of a recording run: writes each statement that the pg driver sends,
 * with its parameters, as one line of JSON.
 */
import { appendFileSync } from "node:fs";
import pg from "pg";

const file = process.env.KEHE_BENCH_RECORD;
const send = pg.Client.prototype.query;

const plain = (_key, value) => (typeof value === "bigint" ? value.toString() : value);

pg.Client.prototype.query = function query(config, values, callback) {
  const text = typeof config === "string" ? config : config.text;
  const given = typeof config === "string" ? (Array.isArray(values) ? values : []) : config.values;
  if (text !== undefined) {
    const line = { text, values: given ?? [], name: config.name ?? null };
    appendFileSync(file, `${JSON.stringify(line, plain)}\n`);
  }
  return send.call(this, config, values, callback);
};
