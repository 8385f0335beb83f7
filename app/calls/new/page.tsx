import { CallFormPage } from "@/components/calls/call-form-page";

/** Drafts a call. */
export default function NewCallPage() {
  return <CallFormPage command="calls.create-call" />;
}
