import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { type Fact, Facts, Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { DateText, Money } from "@/components/ui/figures";
import type { CallDetail, versionChoices } from "@/lib/calls/queries";
import { isState } from "@/lib/lifecycle/states";
import styles from "./calls.module.css";

type Versions = Awaited<ReturnType<typeof versionChoices>>;

interface CallPartProps {
  call: CallDetail;
  words: Words;
}

/** Dates, money, limits, the text, and the versions that are frozen with the call. */
export async function CallFacts({ call, words, versions }: CallPartProps & { versions: Versions }) {
  const t = await getTranslations("screens-application.calls");
  const nameOf = (list: readonly { value: string; label: string }[], id: string) =>
    list.find(({ value }) => value === id)?.label ?? "—";
  const items: Fact[] = [
    { label: t("opensAt"), value: <DateText value={call.opensAt} minute /> },
    { label: t("closesAt"), value: <DateText value={call.closesAt} minute /> },
    { label: t("districtClosesAt"), value: <DateText value={call.districtClosesAt} minute /> },
    { label: t("level"), value: words.names("programme_level", call.programmeLevel) },
    { label: t("budget"), value: <Money yuan={call.budget} unit={t("wan")} /> },
    { label: t("maxPerUnit"), value: call.maxPerUnit },
    { label: t("publicityDays"), value: call.publicityDays },
    { label: t("light"), value: call.lightProfile ? t("yes") : t("no") },
    { label: t("midTermGate"), value: call.parameters.midTermGate ? t("yes") : t("no") },
    { label: t("publishedAt"), value: <DateText value={call.publishedAt} minute /> },
  ];
  return (
    <>
      <Section title={t("text")}>
        <p className={styles.text}>{call.description || "—"}</p>
      </Section>
      <Section title={t("facts")}>
        <Facts items={items} />
      </Section>
      <Section title={t("frozen")}>
        <Facts
          items={[
            { label: t("formVersion"), value: nameOf(versions.formVersions, call.formVersionId) },
            { label: t("scoreSheet"), value: nameOf(versions.scoreSheets, call.scoreSheetId) },
            {
              label: t("indicatorSet"),
              value: nameOf(versions.indicatorSets, call.indicatorSetId),
            },
            {
              label: t("evaluationRule"),
              value: nameOf(versions.evaluationRules, call.evaluationRuleId),
            },
          ]}
        />
      </Section>
    </>
  );
}

/** The call's projects by state; for officials also quotas and extensions. */
export async function CallLists({ call, words }: CallPartProps) {
  const t = await getTranslations("screens-application.calls");
  return (
    <>
      {call.states.length > 0 ? (
        <Section title={t("states")} bare>
          <DataTable
            caption={t("states")}
            rows={call.states}
            rowKey={({ state }) => state}
            columns={[
              {
                key: "state",
                header: t("state"),
                head: true,
                cell: ({ state }) => (isState(state) ? words.state(state) : state),
              },
              { key: "count", header: t("count"), align: "end", cell: ({ count }) => count },
            ]}
          />
        </Section>
      ) : null}
      {call.quotas.length > 0 ? (
        <Section title={t("quotas")} bare>
          <DataTable
            caption={t("quotas")}
            rows={call.quotas}
            rowKey={({ districtId }) => districtId}
            columns={[
              {
                key: "district",
                header: t("district"),
                head: true,
                cell: ({ districtId }) => words.names("district", districtId),
              },
              { key: "quota", header: t("quota"), align: "end", cell: ({ quota }) => quota },
            ]}
          />
        </Section>
      ) : null}
      {call.extensions.length > 0 ? (
        <Section title={t("extensions")} bare>
          <DataTable
            caption={t("extensions")}
            rows={call.extensions}
            rowKey={({ unitId, closesAt }) => `${unitId}${closesAt.toISOString()}`}
            columns={[
              { key: "unit", header: t("unit"), head: true, cell: ({ unitName }) => unitName },
              {
                key: "closes",
                header: t("closesAt"),
                nowrap: true,
                cell: ({ closesAt }) => <DateText value={closesAt} minute />,
              },
              { key: "reason", header: t("reason"), cell: ({ reason }) => reason },
            ]}
          />
        </Section>
      ) : null}
    </>
  );
}
