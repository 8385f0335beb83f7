import writeXlsxFile from "write-excel-file/node";

/** A running provincial project as one row of a ledger, by the headers of its template. */
export const provincialRow: Readonly<Record<string, string>> = {
  项目编号: "BZ2026001",
  项目名称: "高精度数控机床主轴技术引进",
  项目级别: "省级",
  立项文号: "苏科外发〔2025〕12号",
  立项年度: "2025",
  当前环节: "实施中",
  进入环节日期: "2026-01-05",
  统一社会信用代码: "91320412000000027Q",
  承担单位: "常州聚焦医疗科技有限公司",
  单位类型: "民营企业",
  推荐单位: "武进区",
  合作国家和地区: "德国",
  产业: "新医药",
  合作方式: "M1",
  外方合作单位: "德国精密主轴公司",
  项目负责人: "周明",
  项目简介: "引进主轴设计与制造技术。",
  开始日期: "2026-01-01",
  结束日期: "2027-12-31",
  "省级财政（万元）": "60",
  "单位自筹（万元）": "240",
  "关键技术（用；分隔）": "主轴动态设计",
};

type Cells = Readonly<Record<string, string>>;

/** The row as a workbook, once for each change of some of its cells (the same cells in each). */
export function provincialSheet(...changes: readonly [Cells, ...Cells[]]): Promise<Buffer> {
  const rows = changes.map((change) => ({ ...provincialRow, ...change }));
  const line = (values: string[]) => values.map((value) => ({ value, type: String }));
  const [first] = rows;
  return writeXlsxFile([
    line(Object.keys(first ?? {})),
    ...rows.map((cells) => line(Object.values(cells))),
  ]).toBuffer();
}
