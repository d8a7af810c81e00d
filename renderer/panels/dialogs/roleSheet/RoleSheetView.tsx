import { type ReactNode, useMemo } from 'react';
import { grow } from '../../../../shared/geometry/box';
import type { DiagramDocument } from '../../../../shared/model/document';
import { pictureOf } from '../../../../shared/picture/picture';
import { themes } from '../../../../shared/scene/theme';
import type { RoleSheet, SheetHandoff } from '../../../../shared/tables/roleSheet';
import { PictureView } from '../../../chrome/PictureView';
import { RoleBadge } from '../../../chrome/RoleColor';
import { useLabelLanguage, useT, useThemeName } from '../../../state/hooks';
import styles from './RoleSheet.module.css';

/** A picture of more nodes than these shows nothing that can be read at this size. */
const MOST_NODES = 400;
const MARGIN_PX = 24;

/** A role on one page: what it is for, what it does when, what it receives and gives. */
export function RoleSheetView({ document, sheet }: { readonly document: DiagramDocument; readonly sheet: RoleSheet }) {
  const t = useT();
  const { role, name, mission, facts, groups, parts, receives, gives } = sheet;
  return (
    <article className={styles.sheet} data-selectable="" data-role-sheet={role.id}>
      <header className={styles.head}>
        <RoleBadge role={role} />
        <div>
          <h3 className={styles.name}>{name}</h3>
          <p className={styles.mission} data-empty={mission === ''}>
            {mission || t('sheet.noMission')}
          </p>
        </div>
      </header>
      {facts.length > 0 && (
        <dl className={styles.facts}>
          {facts.map((fact) => (
            <div key={fact.name}>
              <dt>{fact.name}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {document.nodes.size <= MOST_NODES && <Part document={document} sheet={sheet} />}
      <div className={styles.columns}>
        <Section title={t('sheet.steps')} isEmpty={groups.length === 0}>
          <dl className={styles.list}>
            {groups.map(({ place, steps }) => (
              <div key={place}>
                <dt>{place}</dt>
                {steps.map((step, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two steps may be called the same
                  <dd key={index}>{step}</dd>
                ))}
              </div>
            ))}
          </dl>
        </Section>
        <Section title="RACI" isEmpty={parts.length === 0}>
          <dl className={styles.list}>
            {parts.map(({ letter, steps }) => (
              <div key={letter}>
                <dt>
                  <b className={styles.letter}>{letter}</b> {t(`raci.${letter}`)}
                </dt>
                <dd>{steps.join(', ')}</dd>
              </div>
            ))}
          </dl>
        </Section>
      </div>
      <Handoffs title={t('sheet.receives')} roleTitle={t('handoff.from')} handoffs={receives} />
      <Handoffs title={t('sheet.gives')} roleTitle={t('handoff.to')} handoffs={gives} />
    </article>
  );
}

/** The diagram with all but the role's part faded. */
function Part({ document, sheet }: { readonly document: DiagramDocument; readonly sheet: RoleSheet }) {
  const t = useT();
  const language = useLabelLanguage();
  const theme = themes[useThemeName()];
  const { id } = sheet.role;
  const picture = useMemo(() => pictureOf(document, { language, roleId: id }), [document, language, id]);
  if (picture.scenes.length === 0) return null;
  return (
    <div className={styles.picture}>
      <PictureView
        picture={picture}
        view={grow(picture.box, MARGIN_PX)}
        theme={theme}
        label={t('sheet.picture', { name: sheet.name })}
      />
    </div>
  );
}

function Section({
  title,
  isEmpty,
  children,
}: {
  readonly title: string;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}) {
  const t = useT();
  return (
    <section className={styles.section}>
      <h4 className={styles.heading}>{title}</h4>
      {isEmpty ? <p className={styles.none}>{t('sheet.none')}</p> : children}
    </section>
  );
}

const columns = ['fromStep', 'toStep', 'what', 'format', 'acceptance', 'within'] as const;

function Handoffs({
  title,
  roleTitle,
  handoffs,
}: {
  readonly title: string;
  readonly roleTitle: string;
  readonly handoffs: readonly SheetHandoff[];
}) {
  const t = useT();
  // A column that nobody has filled in says nothing.
  const shown = columns.filter((column) => handoffs.some((handoff) => handoff[column] !== ''));
  return (
    <Section title={title} isEmpty={handoffs.length === 0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{roleTitle}</th>
            {shown.map((column) => (
              <th key={column} scope="col">
                {t(`handoff.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {handoffs.map((handoff, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are only read
            <tr key={index}>
              <th scope="row">{handoff.role}</th>
              {shown.map((column) => (
                <td key={column}>{handoff[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
