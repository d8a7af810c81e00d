import { Slider } from '@base-ui/react/slider';
import { useMemo, useState } from 'react';
import type { DiagramDocument } from '../../../shared/model/document';
import { handoffsOf } from '../../../shared/model/handoffs';
import { wordsIn } from '../../../shared/model/localizedText';
import { peopleInOrder } from '../../../shared/model/vacancy';
import { noLoad, takerLoads } from '../../../shared/team/load';
import { rolesByNeed } from '../../../shared/team/need';
import { type Member, proposeTeam, teamChanges } from '../../../shared/team/proposal';
import { isSame } from '../../../shared/util/isSame';
import { showPlace } from '../../actions/reveal';
import { Button } from '../../chrome/Button';
import { Icon } from '../../chrome/Icon';
import { useLanguage, useOpenDocument, useT } from '../../state/hooks';
import { LoadBar, mostSteps } from './LoadBar';
import styles from './People.module.css';
import { newPerson } from './PeopleList';
import { RoleChip } from './RoleChip';

/** From a team of one to one per role: who would take which roles in turn, and what that makes of the work. */
export function TeamSize({ document }: { readonly document: DiagramDocument }) {
  const t = useT();
  const language = useLanguage();
  const open = useOpenDocument();
  const { editor } = open;
  const { nodes, edges, roles, people } = document;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what of a document the order is made of
  const needed = useMemo(() => rolesByNeed(document), [nodes, edges, roles]);
  const [chosen, setChosen] = useState<number | null>(null);
  const size = Math.min(Math.max(1, chosen ?? (people.size === 0 ? 1 : people.size)), Math.max(1, needed.length));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what of a document the proposal is made of
  const members = useMemo(() => proposeTeam(document, needed, size), [nodes, edges, people, needed, size]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what of a document a load is made of
  const loads = useMemo(
    () => takerLoads(document, new Map(members.map((member, at) => [at, member.roleIds]))),
    [nodes, edges, members],
  );
  const changes = teamChanges(document, members);
  const isThere =
    changes.add.length === 0 &&
    changes.set.every(({ id, roleIds }) => isSame([...(people.get(id)?.roleIds ?? [])].sort(), [...roleIds].sort()));
  const toSelf = [...loads.values()].reduce((sum, load) => sum + load.toSelf.length, 0);
  const shared = new Set(needed);
  const among = handoffsOf(document).filter(({ from, to }) => shared.has(from) && shared.has(to)).length;
  const leftOut = peopleInOrder(people).filter(
    ({ id, roleIds }) => !members.some(({ personId }) => personId === id) && roleIds.some((role) => shared.has(role)),
  );

  function nameOf({ personId }: Member, at: number): string {
    const person = personId === null ? undefined : people.get(personId);
    if (person !== undefined) return wordsIn(person.name, language) || t('people.unnamed');
    const before = members.slice(0, at).filter((member) => member.personId === null).length;
    return t('people.newName', { number: String(people.size + before + 1) });
  }

  function apply(): void {
    editor.transact('edit.team.apply', (edit) => {
      for (const { id, roleIds } of changes.set) edit('people.set', { id, patch: { roleIds } });
      edit('people.add', { people: changes.add.map((roleIds, at) => newPerson(document, at, roleIds)) });
    });
  }

  return (
    <section className={styles.section} aria-labelledby="team-title">
      <h2 id="team-title" className={styles.title}>
        {t('team.title')}
      </h2>
      <p className={styles.hint}>{t(needed.length === 0 ? 'team.none' : 'team.hint')}</p>
      {needed.length > 0 && (
        <>
          <div className={styles.size}>
            <Slider.Root
              className={styles.slider}
              min={1}
              max={Math.max(2, needed.length)}
              disabled={needed.length === 1}
              value={size}
              onValueChange={(value) => setChosen(value)}
            >
              <Slider.Control className={styles.sliderControl}>
                <Slider.Track className={styles.sliderTrack}>
                  <Slider.Indicator className={styles.sliderIndicator} />
                  <Slider.Thumb
                    className={styles.sliderThumb}
                    getAriaLabel={() => t('team.size')}
                    getAriaValueText={(_, value) => sizeText(value)}
                  />
                </Slider.Track>
              </Slider.Control>
            </Slider.Root>
            <output className={styles.sizeText}>{sizeText(size)}</output>
          </div>
          <ol className={styles.members} aria-label={sizeText(size)}>
            {members.map((member, at) => {
              const load = loads.get(at) ?? { ...noLoad, toSelf: [] };
              const name = nameOf(member, at);
              return (
                <li key={member.roleIds[0]} className={styles.member}>
                  <span className={styles.memberName}>{name}</span>
                  <span className={styles.chips}>
                    {member.roleIds.map((id, index) => {
                      const role = document.roles.get(id);
                      return (
                        <span key={id} className={styles.turn}>
                          {index > 0 && <Icon name="arrow-right" size={12} />}
                          {role !== undefined && <RoleChip role={role} />}
                        </span>
                      );
                    })}
                  </span>
                  <div className={styles.loads}>
                    <LoadBar name={name} load={load} most={mostSteps(loads.values())} />
                    {load.toSelf.length > 0 && (
                      <button
                        type="button"
                        className={styles.link}
                        aria-label={t('load.toSelf.show', { name, count: load.toSelf.length })}
                        onClick={() => showPlace(open, { nodes: new Set(), edges: new Set(load.toSelf) })}
                      >
                        {t('load.toSelf', { count: load.toSelf.length })}
                      </button>
                    )}
                  </div>
                </li>
              );
            })}
          </ol>
          <div className={styles.foot}>
            <p className={styles.hint}>
              {t('team.handoffs', { between: among - toSelf, toSelf })}
              {leftOut.length > 0 &&
                ` ${t('team.leftOut', { names: leftOut.map(({ name }) => wordsIn(name, language)).join(', ') })}`}
            </p>
            {isThere ? (
              <p className={styles.hint}>{t('team.applied')}</p>
            ) : (
              <Button tone="primary" onClick={apply}>
                {t('team.apply')}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );

  function sizeText(count: number): string {
    return t(count === needed.length ? 'team.onePerRole' : 'team.sizeOf', { count });
  }
}
