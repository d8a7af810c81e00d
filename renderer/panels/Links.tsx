import type { NodeId } from '../../shared/model/ids';
import type { LocalizedText } from '../../shared/model/localizedText';
import { nodeName } from '../../shared/model/nodeName';
import { linksOf } from '../../shared/picture/links';
import { linkTarget } from '../../shared/text/link';
import { openLink } from '../actions/links';
import { classNames } from '../chrome/classNames';
import { Icon } from '../chrome/Icon';
import { useEditor, useLanguage, useServices, useT } from '../state/hooks';
import styles from './Inspector.module.css';
import { Section } from './Section';

const SHOWN = 12;

/** The links in the texts of what is selected; a press opens one after asking. Nothing where there is none. */
export function Links({ texts }: { readonly texts: readonly LocalizedText[] }) {
  const t = useT();
  const services = useServices();
  const language = useLanguage();
  const { nodes, roles } = useEditor((state) => state.history.present.document);
  const links = linksOf(texts);
  if (links.length === 0) return null;
  // The id of a step says nothing to people.
  const placeOf = (link: string): string => {
    const target = linkTarget(link);
    if (target?.type !== 'step') return link;
    const node = nodes.get(target.id as NodeId);
    return node === undefined ? t('link.stepGone') : nodeName({ roles }, node, language, t);
  };
  return (
    <Section title={t('inspector.links')}>
      <ul className={styles.cards}>
        {links.slice(0, SHOWN).map(({ link, text }) => (
          <li key={link}>
            <button
              type="button"
              className={classNames(styles.card, styles.linkCard)}
              aria-label={t('inspector.openLink', { address: link })}
              onClick={() => void openLink(services, link)}
            >
              <span className={styles.cardIcon}>
                <Icon name="external-link" size={14} />
              </span>
              <span className={styles.cardName}>{text}</span>
              <span className={styles.cardNote}>{placeOf(link)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
