import { useT } from '../state/hooks';
import type { LaterPart } from '../state/laterPart';
import { type PageFace, type PageId, pageFaces } from '../state/pages';
import { pages } from './index';
import styles from './Page.module.css';

/** A page in the place of the canvas. */
export function PageView({ id }: { readonly id: Exclude<PageId, 'diagram'> }) {
  const t = useT();
  const part: LaterPart<object> = pages[id];
  const { labelKey }: PageFace = pageFaces[id];
  const Page = part.use();
  return (
    <section className={styles.page} data-page={id} aria-label={t(labelKey)}>
      {Page !== null && <Page />}
    </section>
  );
}
