import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { Badge } from "@/components/ui/badge";
import { type Fact, Facts } from "@/components/ui/content";
import { DateText } from "@/components/ui/figures";
import { exclusionReasons } from "@/lib/evaluation/panel/draw";
import type { PanelView } from "@/lib/evaluation/panel/queries";
import styles from "./evaluation.module.css";
import type { ScreenWords } from "./line-text";

interface PanelPartProps {
  panel: PanelView;
  /** Whether the acceptance is still under way: then somebody is waited for. */
  open: boolean;
  proposed: boolean;
}

/** How the panel came about, its leader and meeting, and who is waited for now. */
export async function PanelPart({ panel, open, proposed }: PanelPartProps) {
  const t = await getTranslations("screens-evaluation");
  return (
    <div className={styles.panel}>
      <h3 className={styles.subhead}>{t("panel.heading")}</h3>
      <Facts items={panelFacts(panel, t, open ? awaited(panel, proposed, t) : null)} />
      {panel.draw ? <DrawDetails draw={panel.draw} t={t} /> : null}
    </div>
  );
}

function panelFacts(panel: PanelView, t: ScreenWords, waiting: string | null): Fact[] {
  return [
    {
      label: t("panel.formed"),
      value: (
        <>
          {t(panel.drawn ? "panel.drawn" : "panel.byHand")} · {panel.formedByName} ·{" "}
          <DateText value={panel.formedAt} minute />
        </>
      ),
    },
    { label: t("panel.leader"), value: panel.leaderName },
    ...(panel.formedReason
      ? [{ label: t("panel.handReason"), value: panel.formedReason, wide: true }]
      : []),
    ...(panel.route === "meeting"
      ? [
          {
            label: t("panel.meeting"),
            value: panel.meetingAt ? (
              <>
                <DateText value={panel.meetingAt} minute /> · {panel.meetingPlace}
              </>
            ) : (
              t("panel.meetingOpen")
            ),
            wide: true,
          },
        ]
      : []),
    ...(waiting ? [{ label: t("panel.awaited"), value: waiting, wide: true }] : []),
  ];
}

/** Whose step is next, by name. */
function awaited(panel: PanelView, proposed: boolean, t: ScreenWords): string {
  const names = (people: readonly string[]) => people.join(t("nameSeparator"));
  const { votesAwaited, signaturesAwaited, leaderName, drafted, signed, voted } = panel;
  if (proposed) return t("panel.awaitsManager");
  if (votesAwaited.length > 0) return t("panel.awaitsVotes", { names: names(votesAwaited) });
  if (!drafted) {
    return leaderName
      ? t("panel.awaitsOpinion", { name: leaderName })
      : t("panel.awaitsBureauText");
  }
  return signaturesAwaited.length > 0
    ? t("panel.awaitsSignatures", { names: names(signaturesAwaited), signed, voted })
    : t("panel.awaitsProposal");
}

/** For the officials and for whoever checks the draw years later. */
function DrawDetails({ draw, t }: { draw: NonNullable<PanelView["draw"]>; t: ScreenWords }) {
  const left = exclusionReasons.flatMap((reason) => {
    const count = draw.excluded[reason];
    return count ? [`${t(`draw.reason.${reason}`)} ${count}`] : [];
  });
  return (
    <details className={`${styles.fold} ${styles.within}`}>
      <summary>{t("draw.title")}</summary>
      <div className={styles.foldBody}>
        <Facts
          items={[
            { label: t("draw.at"), value: <DateText value={draw.at} minute /> },
            {
              label: t("draw.pool"),
              value: t("draw.poolOf", { pool: draw.pool, finance: draw.finance }),
            },
            {
              label: t("draw.excluded"),
              value: left.length > 0 ? left.join(t("listSeparator")) : t("none"),
            },
            { label: t("draw.replaced"), value: draw.replaced },
            { label: t("draw.drawn"), value: draw.drawn.join(t("nameSeparator")), wide: true },
            {
              label: t("draw.check"),
              value: (
                <Badge tone={draw.alike ? "done" : "refused"}>
                  {t(draw.alike ? "draw.alike" : "draw.differs")}
                </Badge>
              ),
            },
            { label: t("draw.seed"), value: <code>{draw.seed}</code>, wide: true },
            { label: t("draw.hash"), value: <code>{draw.poolHash}</code>, wide: true },
          ]}
        />
        <p className={styles.sub}>{t("draw.method")}</p>
      </div>
    </details>
  );
}

interface OpinionPartProps {
  projectId: string;
  panel: PanelView;
  words: Words;
}

/** 验收意见: the text that the panel signs, and its papers. */
export async function OpinionPart({ projectId, panel, words }: OpinionPartProps) {
  const t = await getTranslations("screens-evaluation");
  const { opinion, signed, voted } = panel;
  if (opinion === null) return null;
  const { text, verdict, opinionByName, opinionByRole, opinionAt } = opinion;
  const paper = `/api/projects/${projectId}/acceptance-opinion`;
  return (
    <div className={styles.panel}>
      <div className={styles.blockHead}>
        <h3>{t("opinion.title")}</h3>
        {verdict ? <Badge>{t(`verdict.${verdict}`)}</Badge> : null}
        <span className={styles.sub}>{t("opinion.signed", { signed, voted })}</span>
        <span className={styles.sub}>
          <a href={`${paper}.pdf`}>{t("opinion.pdf")}</a> ·{" "}
          <a href={`${paper}.docx`}>{t("opinion.word")}</a>
        </span>
      </div>
      <p className={styles.text}>{text}</p>
      <p className={styles.sub}>
        {t("opinion.drafted")} {opinionByName}
        {opinionByRole ? ` · ${words.role(opinionByRole)}` : null} ·{" "}
        <DateText value={opinionAt} minute />
      </p>
    </div>
  );
}
