import { Header } from "@/components/shell/header";
import { RefusedPage } from "@/components/ui/system-states";

/** Any address that isn't there, or isn't there for this person. */
export default function NotFound() {
  return (
    <>
      <Header nav={[]} path="/" />
      <main id="main">
        <RefusedPage kind="notFound" />
      </main>
    </>
  );
}
