import { getTranslations } from "next-intl/server";
import { ConfirmAction } from "@/components/form/confirm-action";
import { FeedControl } from "@/components/liaison/feed-control";
import { UnitPage } from "@/components/liaison/unit-page";
import { Facts, Section } from "@/components/ui/content";
import { DateText } from "@/components/ui/figures";
import { requireActor } from "@/lib/accounts/session";
import { query } from "@/lib/kernel/query";
import { ownFeed } from "@/lib/liaison/feed";

/** The address by which one's telephone reads the list: made, shown once, taken back. */
export default async function FeedPage() {
  const actor = await requireActor();
  const [t, commands] = await Promise.all([
    getTranslations("liaison.feed"),
    getTranslations("liaison.commands"),
  ]);
  const due = await getTranslations("liaison.due");
  const feed = await query(actor, (tx) => ownFeed(tx, actor));
  return (
    <UnitPage
      actor={actor}
      title={t("title")}
      what={t("what")}
      crumbs={[{ href: "/due", label: due("title") }]}
    >
      <Section title={t("make")}>
        <FeedControl
          label={commands("open-feed.submit")}
          texts={{ secret: t("secret"), scan: t("scan"), replaced: t("replaced") }}
          replaces={feed !== null}
        />
      </Section>
      {feed ? (
        <Section title={t("inUse")}>
          <Facts
            items={[
              { label: t("since"), value: <DateText value={feed.createdAt} minute /> },
              { label: t("lastRead"), value: <DateText value={feed.lastReadAt} minute /> },
            ]}
          />
          <ConfirmAction
            command="liaison.close-feed"
            body={{ feedId: feed.id }}
            label={commands("close-feed.submit")}
            title={commands("close-feed.title")}
            variant="refuse"
          >
            {commands("close-feed.intro")}
          </ConfirmAction>
        </Section>
      ) : null}
    </UnitPage>
  );
}
