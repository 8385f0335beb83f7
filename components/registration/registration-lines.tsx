import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/figures";
import type { registrationDetail } from "@/lib/application/queries";
import type { RegistrationRow } from "@/lib/application/registration/row";
import { sumYuan } from "@/lib/kernel/money";

type Batch = NonNullable<Awaited<ReturnType<typeof registrationDetail>>>;

/** The lines of a batch as they were entered, and the projects that came of them. */
export async function RegistrationLines({ batch, words }: { batch: Batch; words: Words }) {
  const t = await getTranslations("screens-application.registrations");
  const { rows } = batch;
  return (
    <>
      <Section title={t("lines")} bare>
        <DataTable
          caption={t("lines")}
          rows={rows.map((row, index) => ({ ...row, line: index + 1 }))}
          rowKey={({ line }) => String(line)}
          columns={[
            { key: "line", header: t("line"), align: "end", cell: ({ line }) => line },
            { key: "title", header: t("project"), head: true, cell: ({ title }) => title },
            {
              key: "unit",
              header: t("unit"),
              cell: ({ unitName, uscc }) => `${unitName} · ${uscc}`,
            },
            {
              key: "level",
              header: t("level"),
              cell: ({ programmeLevel }) => words.names("programme_level", programmeLevel),
            },
            { key: "year", header: t("year"), align: "end", cell: ({ year }) => year },
            { key: "state", header: t("state"), cell: ({ state }) => words.state(state) },
            {
              key: "grant",
              header: t("grant"),
              align: "end",
              cell: (row) => <Money yuan={grantOf(row)} />,
            },
          ]}
        />
      </Section>
      {batch.projects.length > 0 ? (
        <Section title={t("created")}>
          <ul>
            {batch.projects.map(({ id, number, title }) => (
              <li key={id}>
                <a href={`/projects/${id}`}>
                  {number} · {title}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function grantOf(row: RegistrationRow): string {
  const amounts = [row.grantCentral, row.grantProvince, row.grantCity, row.grantDistrict];
  return sumYuan(amounts.filter((amount) => amount !== undefined));
}
