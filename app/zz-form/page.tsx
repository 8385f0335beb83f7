import { z } from "zod";
import { CommandForm } from "@/components/form/command-form";
import { ConfirmAction } from "@/components/form/confirm-action";
import { Header } from "@/components/shell/header";
import { Page } from "@/components/shell/page";
import { field } from "@/lib/kernel/field";

const schema = z.strictObject({
  projectId: z.uuid(),
  version: z.int(),
  verdict: z.enum(["agree", "refuse"]),
  reason: field(z.string().min(1).max(500), {
    kind: "longText",
    showWhen: { field: "verdict", in: ["refuse"] },
  }).optional(),
  opinion: z.string().trim().min(1).max(2000),
  amount: field(z.string().regex(/^\d+(\.\d{1,2})?$/), { kind: "money" }),
  year: field(z.string(), { kind: "select", options: "countries" }),
  startDate: z.iso.date(),
  hearing: z.iso.datetime().optional(),
  country: field(z.array(z.string()), { kind: "multiSelect", options: "countries" }).optional(),
  share: field(z.number().min(0).max(100), { kind: "percent" }),
  files: field(z.array(z.string()).min(1), { kind: "files", accept: [".pdf"] }),
  pledge: z.literal(true),
  items: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        amount: field(z.string(), { kind: "money" }),
        date: z.iso.date(),
      }),
    )
    .min(1)
    .max(5),
});
export default function P() {
  return (
    <>
      <Header
        path="/zz-form"
        nav={[{ href: "/", label: "工作台", current: true }]}
        person={{ name: "周敏", role: "经办人" }}
      />
      <Page
        title="推荐意见"
        what="CZ2024-0031"
        actions={
          <ConfirmAction
            command="zz.confirm"
            body={{}}
            label="撤回"
            title="撤回这份申请？"
            variant="refuse"
          >
            撤回后可在截止前重新提交。
          </ConfirmAction>
        }
      >
        <CommandForm
          command="zz.test"
          schema={schema}
          ns="zz"
          hidden={{ projectId: "0190a5b2-7c1e-7000-8000-000000000001", version: 3 }}
          lists={{
            countries: Array.from({ length: 20 }, (_, i) => ({
              value: `c${i}`,
              label: `国家 ${i}`,
            })),
          }}
          next="/zz-gallery"
          cancelHref="/zz-gallery"
          values={{ amount: "600000" }}
        />
      </Page>
    </>
  );
}
