import { connection } from "next/server";

/**
 * What every figure is compared with: 20 static rows, rendered per request behind the same proxy and
 * CSP. It is put only into the copy that the bench builds (bench/tree.ts).
 */
export default async function BarePage() {
  await connection();
  return (
    <main>
      <h1>核磁共振引导聚焦超声治疗肝癌</h1>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column}>{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              {columns.map((column) => (
                <td key={column}>
                  {column} {row}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}

const columns = ["项目", "辖市区", "国别", "阶段", "期限", "经费", "更新"];
const rows = Array.from({ length: 20 }, (_, n) => n + 1);
