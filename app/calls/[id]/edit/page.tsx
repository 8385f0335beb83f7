import { CallFormPage } from "@/components/calls/call-form-page";

/** Amends a call that is not published yet. */
export default async function EditCallPage({ params }: { params: Promise<{ id: string }> }) {
  return <CallFormPage command="calls.update-call" callId={(await params).id} />;
}
