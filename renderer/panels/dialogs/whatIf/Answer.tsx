import { useMemo } from 'react';
import type { DiagramDocument } from '../../../../shared/model/document';
import { wordsIn } from '../../../../shared/model/localizedText';
import { nodeName } from '../../../../shared/model/nodeName';
import { isStep } from '../../../../shared/model/steps';
import type { Problem } from '../../../../shared/rules/checker';
import { describeProblem, namesIn } from '../../../../shared/rules/describe';
import { changedNodes, loadChanges, newProblems, type Outcome } from '../../../../shared/scenario/outcome';
import type { Load } from '../../../../shared/team/load';
import { Swatch } from '../../../chrome/RoleColor';
import { useLanguage, useT } from '../../../state/hooks';
import { Pictures } from './Pictures';
import styles from './WhatIf.module.css';

const fields = ['steps', 'responsible', 'accountable', 'given', 'taken'] as const satisfies readonly (keyof Load)[];
/** Names of more steps than these are a list that nobody reads. */
const MOST_NAMES = 12;

/** The document as it would be, beside what it is: in numbers, in words and as two pictures. */
export function Answer({
  document,
  before,
  changed,
  after,
}: {
  readonly document: DiagramDocument;
  readonly before: Outcome;
  readonly changed: DiagramDocument;
  readonly after: Outcome;
}) {
  const t = useT();
  const language = useLanguage();
  const nodeIds = useMemo(() => changedNodes(document, changed), [document, changed]);
  const loads = useMemo(() => loadChanges(before, after), [before, after]);
  const steps = nodeIds
    .flatMap((id) => changed.nodes.get(id) ?? [])
    .filter(isStep)
    .map((node) => nodeName(changed, node, language, t));
  const names = [
    ...steps.slice(0, MOST_NAMES),
    ...(steps.length > MOST_NAMES ? [t('panel.more', { count: steps.length - MOST_NAMES })] : []),
  ].join(', ');
  return (
    <div className={styles.answer}>
      <dl className={styles.numbers} aria-live="polite">
        <Numbers title={t('whatIf.handoffs')} before={before.handoffs} after={after.handoffs} />
        <Numbers title={t('whatIf.vacantSteps')} before={before.vacantSteps} after={after.vacantSteps} />
        <Numbers title={t('whatIf.problems')} before={before.problems.length} after={after.problems.length} />
      </dl>
      {loads.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('whatIf.role')}</th>
              {fields.map((field) => (
                <th key={field} scope="col">
                  {t(`load.${field}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {loads.map((change) => {
              const role = changed.roles.get(change.roleId) ?? document.roles.get(change.roleId);
              return (
                <tr key={change.roleId}>
                  <th scope="row">
                    <span className={styles.role}>
                      {role !== undefined && <Swatch color={role.color} />}
                      {role !== undefined && wordsIn(role.name, language)}
                    </span>
                  </th>
                  {fields.map((field) => (
                    <td key={field}>{changeText(change.before?.[field], change.after?.[field])}</td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {steps.length > 0 && <p className={styles.hint}>{t('whatIf.changedSteps', { names })}</p>}
      <ProblemList title={t('whatIf.newProblems')} problems={newProblems(before, after)} document={changed} />
      <ProblemList title={t('whatIf.solvedProblems')} problems={newProblems(after, before)} document={document} />
      <Pictures document={document} changed={changed} nodeIds={nodeIds} />
    </div>
  );

  function changeText(from: number | undefined, to: number | undefined): string {
    if (from === to) return String(from ?? '');
    return t('whatIf.change', { before: from ?? '–', after: to ?? t('whatIf.gone') });
  }
}

function Numbers({
  title,
  before,
  after,
}: {
  readonly title: string;
  readonly before: number;
  readonly after: number;
}) {
  const t = useT();
  return (
    <div className={styles.number}>
      <dt className={styles.numberTitle}>{title}</dt>
      <dd className={styles.numberValue} data-direction={after > before ? 'more' : after < before ? 'less' : undefined}>
        {before === after ? before : t('whatIf.change', { before, after })}
      </dd>
    </div>
  );
}

function ProblemList({
  title,
  problems,
  document,
}: {
  readonly title: string;
  readonly problems: readonly Problem[];
  readonly document: DiagramDocument;
}) {
  const t = useT();
  const language = useLanguage();
  const names = useMemo(() => namesIn(document, language, t), [document, language, t]);
  if (problems.length === 0) return null;
  return (
    <div>
      <h3 className={styles.listTitle}>{title}</h3>
      <ul className={styles.problems}>
        {problems.slice(0, MOST_NAMES).map((problem) => (
          <li key={problem.key}>{describeProblem(problem, names)}</li>
        ))}
        {problems.length > MOST_NAMES && <li>{t('panel.more', { count: problems.length - MOST_NAMES })}</li>}
      </ul>
    </div>
  );
}
