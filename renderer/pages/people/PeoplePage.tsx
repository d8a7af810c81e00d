import { useMemo } from 'react';
import { peopleAsTakers, roleLoads, takerLoads } from '../../../shared/team/load';
import { useEditor } from '../../state/hooks';
import styles from './People.module.css';
import { PeopleList } from './PeopleList';
import { RoleTable } from './RoleTable';
import { TeamSize } from './TeamSize';

/** Who takes the roles, how much that is, and what a team of another size would look like. */
export function PeoplePage() {
  const document = useEditor((state) => state.history.present.document);
  const { nodes, edges, roles, people } = document;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what of a document a load is made of
  const loads = useMemo(
    () => ({ roles: roleLoads(document), people: takerLoads(document, peopleAsTakers(document)) }),
    [nodes, edges, roles, people],
  );
  return (
    <div className={styles.page}>
      <PeopleList document={document} loads={loads.people} />
      <TeamSize document={document} />
      <RoleTable document={document} loads={loads.roles} />
    </div>
  );
}
