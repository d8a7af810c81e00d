import { raciLetters } from '../../../shared/model/raci';
import { ActionButton } from '../../chrome/ActionButton';
import { ActionMenu } from '../../chrome/ActionMenu';
import { Button } from '../../chrome/Button';
import { useAction } from '../../chrome/useAction';
import { useT } from '../../state/hooks';
import page from '../pageParts.module.css';
import { RaciGrid } from './RaciGrid';
import styles from './RaciPage.module.css';
import { useRaciMatrix } from './useRaciMatrix';

/** Who is responsible for what: every step against every role, filled in like a spreadsheet. */
export function RaciPage() {
  const t = useT();
  const matrix = useRaciMatrix();
  const exporting = useAction('raci.saveCsv');
  const { stepIds, roles } = matrix.axes;
  const lacking = stepIds.length === 0 ? 'steps' : roles.length === 0 ? 'roles' : null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pasting a table means the page, wherever on it the focus is
    <div className={page.page} onKeyDown={matrix.onPageKey}>
      <div className={page.bar}>
        {lacking === null && (
          <>
            <Faults count={matrix.faultCount} />
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn as one */}
            <div className={styles.letters} role="group" aria-label={t('raci.letters')}>
              {raciLetters.map((letter) => (
                <button
                  key={letter}
                  type="button"
                  className={styles.letter}
                  title={t(`raci.${letter}`)}
                  aria-label={`${letter}: ${t(`raci.${letter}`)}`}
                  aria-pressed={matrix.hasLetter(letter)}
                  // The matrix keeps the focus, so that the next key goes on where the eye is.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => matrix.type(letter)}
                >
                  {letter}
                </button>
              ))}
              <Button tone="quiet" onMouseDown={(event) => event.preventDefault()} onClick={matrix.clear}>
                {t('raci.clear')}
              </Button>
            </div>
          </>
        )}
        <span className={page.space} />
        <ActionButton id="page.showSelection" tone="quiet" />
        <ActionMenu
          ids={['raci.importFile', 'raci.importPasted']}
          align="end"
          trigger={<Button icon="file-input">{t('raci.importFrom')}</Button>}
        />
        <Button icon="file-output" onClick={exporting.run}>
          {t('raci.export')}
        </Button>
      </div>
      {lacking === null ? (
        <>
          <RaciGrid matrix={matrix} />
          <p className={page.hint}>{t('raci.hint')}</p>
        </>
      ) : (
        <div className={page.empty}>
          <p className={page.emptyTitle}>{t(`raci.empty.${lacking}.title`)}</p>
          <p className={page.emptyHint}>{t(`raci.empty.${lacking}.hint`)}</p>
        </div>
      )}
    </div>
  );
}

function Faults({ count }: { readonly count: number }) {
  const t = useT();
  return (
    <p className={count === 0 ? styles.agreed : styles.faults} role="status">
      {count === 0 ? t('raci.faults.none') : t('raci.faults', { count })}
    </p>
  );
}
