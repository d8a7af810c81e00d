import { createContext, useContext } from 'react';
import type { LabelLanguage } from '../../shared/model/localizedText';
import type { Spotlight } from '../../shared/model/roleFocus';
import { type Theme, themes } from '../../shared/scene/theme';

/** What all nodes and edges are drawn with. A context: a thousand of them listening to a store would be asked each frame. */
export interface Appearance {
  readonly language: LabelLanguage;
  readonly theme: Theme;
  /** What is not faded; `null`: nothing is. */
  readonly focus: Spotlight | null;
}

export const AppearanceContext = createContext<Appearance>({ language: 'en', theme: themes.light, focus: null });

export function useAppearance(): Appearance {
  return useContext(AppearanceContext);
}
