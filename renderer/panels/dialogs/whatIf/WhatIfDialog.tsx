import { useMemo, useState } from 'react';
import type { Edit, EditArgs, EditName } from '../../../../shared/edits/args';
import { outcomeOf } from '../../../../shared/scenario/outcome';
import { isAskable, scenarioDocument, scenarioEdits } from '../../../../shared/scenario/scenario';
import { Button } from '../../../chrome/Button';
import { Dialog } from '../../../chrome/Dialog';
import { useEditor, useOpenDocument, useT } from '../../../state/hooks';
import { Answer } from './Answer';
import { freshQuestion, QuestionForm, scenarioOf } from './QuestionForm';
import styles from './WhatIf.module.css';

/**
 * A question about roles with its answer beside the diagram as it is. Everything happens on a copy: closing the dialog
 * leaves the very same document, applying makes the copy's changes in one step.
 */
export function WhatIfDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { editor } = useOpenDocument();
  const document = useEditor((state) => state.history.present.document);
  const [question, setQuestion] = useState(() => freshQuestion(document, t('whatIf.newRole')));
  const before = useMemo(() => outcomeOf(document), [document]);
  const answer = useMemo(() => {
    const scenario = scenarioOf(question);
    if (scenario === null || !isAskable(document, scenario)) return null;
    const changed = scenarioDocument(document, scenario);
    return { scenario, document: changed, outcome: outcomeOf(changed) };
  }, [document, question]);

  function apply(): void {
    if (answer === null) return;
    const { scenario } = answer;
    editor.transact(`edit.scenario.${scenario.type}`, (edit) => {
      for (const { name, args } of scenarioEdits(document, scenario)) call(edit, name, args);
    });
    onClose();
  }

  return (
    <Dialog
      title={t('whatIf.title')}
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('whatIf.discard')}</Button>
          <Button tone="primary" disabled={answer === null || answer.document === document} onClick={apply}>
            {t('whatIf.apply')}
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        <QuestionForm document={document} question={question} onChange={setQuestion} />
        {answer === null ? (
          <p className={styles.hint}>{t('whatIf.ask')}</p>
        ) : (
          <Answer document={document} before={before} changed={answer.document} after={answer.outcome} />
        )}
      </div>
    </Dialog>
  );
}

function call<K extends EditName>(edit: Edit, name: K, args: EditArgs[K]): void {
  edit(name, args);
}
