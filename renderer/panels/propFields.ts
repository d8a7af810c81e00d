import type { MessageKey } from '../../shared/i18n/messages';
import type { NodeKindName, PropsOf } from '../../shared/kinds/index';
import type { IconName } from '../../shared/scene/icons.generated';

export interface PropField {
  readonly key: string;
  readonly labelKey: MessageKey;
  readonly choices: readonly { readonly value: string; readonly labelKey: MessageKey; readonly icon?: IconName }[];
}

type FieldsOf<K extends NodeKindName> = readonly (PropField & { readonly key: keyof PropsOf<K> & string })[];

/** How the inspector asks for a kind's own fields; kinds without any are left out. */
export const propFields: { readonly [K in NodeKindName]?: FieldsOf<K> } = {
  terminal: [
    {
      key: 'event',
      labelKey: 'prop.terminal.event',
      choices: [
        { value: 'start', labelKey: 'prop.terminal.event.start' },
        { value: 'end', labelKey: 'prop.terminal.event.end' },
      ],
    },
  ],
  lane: [
    {
      key: 'direction',
      labelKey: 'prop.lane.direction',
      choices: [
        { value: 'horizontal', labelKey: 'prop.lane.direction.horizontal' },
        { value: 'vertical', labelKey: 'prop.lane.direction.vertical' },
      ],
    },
  ],
};
