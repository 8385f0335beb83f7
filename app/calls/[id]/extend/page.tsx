import { CallFormPage } from "@/components/calls/call-form-page";

/** Gives one unit more time, with a reason. */
export default async function ExtendCallPage({ params }: { params: Promise<{ id: string }> }) {
  return <CallFormPage command="calls.extend-for-unit" callId={(await params).id} />;
}
