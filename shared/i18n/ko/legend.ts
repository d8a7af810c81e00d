import type { legendMessages as en } from '../en/legend';

export const legendMessages: Readonly<Record<keyof typeof en, string>> = {
  'legend.label': '범례',
  'action.view.legend': '역할 범례',
  'exporting.legend': '범례',
  'exporting.legend.on': '표시',
  'exporting.legend.off': '숨김',
};
