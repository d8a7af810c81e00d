import { Button } from '../../chrome/Button';
import { Dialog } from '../../chrome/Dialog';
import { useT } from '../../state/hooks';
import styles from './ReportDialog.module.css';

/** What was mended or refused when a file was opened, place by place. */
export function ReportDialog({
  title,
  intro,
  lines,
  onClose,
}: {
  readonly title: string;
  readonly intro: string;
  readonly lines: readonly string[];
  readonly onClose: () => void;
}) {
  const t = useT();
  return (
    <Dialog
      title={title}
      isReading
      onClose={onClose}
      footer={
        <Button tone="primary" onClick={onClose}>
          {t('panel.ok')}
        </Button>
      }
    >
      <div className={styles.report} data-selectable="">
        {intro !== '' && <p className={styles.intro}>{intro}</p>}
        {lines.length > 0 && (
          <ol className={styles.lines}>
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same thing may be wrong in several places
              <li key={index}>{line}</li>
            ))}
          </ol>
        )}
      </div>
    </Dialog>
  );
}
