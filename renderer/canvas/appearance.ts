import { createContext, useContext } from 'react';
import type { LabelLanguage } from '../../shared/model/localizedText';
import { type Theme, themes } from '../../shared/scene/theme';

/** What all nodes and edges are drawn with. A context: a thousand of them listening to a store would be asked each frame. */
export interface Appearance {
  readonly language: LabelLanguage;
  readonly theme: Theme;
}

export const AppearanceContext = createContext<Appearance>({ language: 'en', theme: themes.light });

export function useAppearance(): Appearance {
  return useContext(AppearanceContext);
}
