import { CallFormPage } from "@/components/calls/call-form-page";

/** Limits what a district may recommend. */
export default async function QuotaPage({ params }: { params: Promise<{ id: string }> }) {
  return <CallFormPage command="calls.set-quota" callId={(await params).id} />;
}
