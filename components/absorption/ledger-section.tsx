import { getTranslations } from "next-intl/server";
import { StepLinks } from "@/components/project/step-links";
import type { Words } from "@/components/project/words";
import { Tag } from "@/components/ui/badge";
import { Section } from "@/components/ui/content";
import { DateText } from "@/components/ui/figures";
import { EmptyState } from "@/components/ui/states";
import type { LedgerView, LinkDto, TechnologyDto } from "@/lib/absorption/queries";
import styles from "./absorption.module.css";
import { LinkDetail } from "./link-detail";
import { LateBadge, LinkBadge } from "./standing";

/** The ledger as a matrix of technologies and links; each cell leads to its link below. */
export async function LedgerSection({ ledger, words }: { ledger: LedgerView; words: Words }) {
  const t = await getTranslations("screens-absorption");
  if (!ledger.hasLedger) {
    return (
      <Section title={t("ledger.title")}>
        <p>{t("ledger.milestonesOnly")}</p>
      </Section>
    );
  }
  return (
    <Section
      title={t("ledger.title")}
      id="ledger"
      note={t("ledger.note")}
      actions={
        <StepLinks
          projectId={ledger.projectId}
          actions={ledger.actions.filter((name) => name === "absorption.plan-technology")}
        />
      }
      bare
    >
      {ledger.technologies.length === 0 ? (
        <EmptyState title={t("ledger.empty")}>{t("ledger.emptyHint")}</EmptyState>
      ) : (
        <>
          <Matrix ledger={ledger} words={words} />
          {ledger.technologies.map((technology) => (
            <TechnologyBlock
              key={technology.id}
              projectId={ledger.projectId}
              technology={technology}
              words={words}
            />
          ))}
        </>
      )}
    </Section>
  );
}

async function Matrix({ ledger, words }: { ledger: LedgerView; words: Words }) {
  const t = await getTranslations("screens-absorption");
  return (
    <div className={styles.scroll}>
      <table className={styles.matrix}>
        <caption className="visuallyHidden">{t("ledger.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("technology")}</th>
            {ledger.links.map((link) => (
              <th key={link} scope="col">
                {words.names("ledger_link", link)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ledger.technologies.map((technology) => (
            <tr key={technology.id}>
              <th scope="row">
                <TechnologyHead technology={technology} words={words} />
              </th>
              {technology.links.map((link) => (
                <MatrixCell key={link.id} link={link} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

async function TechnologyHead({ technology, words }: { technology: TechnologyDto; words: Words }) {
  const t = await getTranslations("screens-absorption");
  return (
    <>
      <span className={styles.name}>{nameOf(technology, words)}</span>
      <span className={styles.sub}>
        {technology.main ? <Tag>{t("ledger.main")}</Tag> : null}{" "}
        {t("ledger.weight", { weight: technology.weight })} ·{" "}
        {t("ledger.mastery", {
          level: technology.mastery,
          name: words.names("mastery", String(technology.mastery)),
        })}
      </span>
    </>
  );
}

async function MatrixCell({ link }: { link: LinkDto }) {
  const t = await getTranslations("screens-absorption");
  return (
    <td data-tone={toneOf(link)}>
      <a href={`#link-${link.id}`} className={styles.cell}>
        <LinkBadge link={link} />
        <LateBadge days={link.overdueDays} warning={link.warning} />
        <span className={styles.sub}>
          {link.actualTo ? t("ledger.closedOn") : t("ledger.plannedTo")}{" "}
          <DateText value={link.actualTo ?? link.plannedTo} />
        </span>
        <span className={styles.sub}>
          {t("ledger.proven", {
            proven: link.criteria.filter(({ proven, met }) => proven && met).length,
            all: link.criteria.length,
          })}
        </span>
      </a>
    </td>
  );
}

/** The cell's colour; its badges say the same in words. */
const toneOf = ({ status, warning }: LinkDto): string =>
  warning === "amber" || warning === "red" ? warning : status;

async function TechnologyBlock({
  projectId,
  technology,
  words,
}: {
  projectId: string;
  technology: TechnologyDto;
  words: Words;
}) {
  return (
    <div className={styles.block}>
      <div className={styles.blockHead}>
        <h3>{nameOf(technology, words)}</h3>
        <StepLinks
          projectId={projectId}
          actions={technology.actions}
          params={{ technologyId: technology.id, version: technology.version }}
        />
      </div>
      {technology.masteryNote ? <p className={styles.sub}>{technology.masteryNote}</p> : null}
      {technology.links.map((link) => (
        <LinkDetail key={link.id} projectId={projectId} link={link} words={words} />
      ))}
    </div>
  );
}

const nameOf = (technology: TechnologyDto, words: Words): string =>
  (words.locale === "en" && technology.nameEn) || technology.name;
