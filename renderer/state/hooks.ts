import { createContext, useContext, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Language } from '../../shared/i18n/language';
import type { Translate } from '../../shared/i18n/messages';
import type { LabelLanguage } from '../../shared/model/localizedText';
import { invariant } from '../../shared/util/invariant';
import type { ActionContext } from '../actions/action';
import { type AppState, labelLanguageOf, languageOf, themeOf } from './appStore';
import type { EditorState } from './editorStore';
import { onMessages, translator } from './messages';
import type { ProblemsState } from './problems';
import type { OpenDocument, SessionState } from './session';
import type { ViewState } from './viewStore';

/** What stays the same as long as the window lives; made once by `startApp`. */
export type AppServices = Pick<ActionContext, 'app' | 'session' | 'bridge'>;

export const ServicesContext = createContext<AppServices | null>(null);
/** The document that a subtree shows. */
export const DocumentContext = createContext<OpenDocument | null>(null);

export function useServices(): AppServices {
  const services = useContext(ServicesContext);
  invariant(services !== null, 'components are rendered inside ServicesContext');
  return services;
}

export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(useServices().app, select);
}

export function useSession<T>(select: (state: SessionState) => T): T {
  return useStore(useServices().session.store, select);
}

export function useLanguage(): Language {
  return useApp(languageOf);
}

/** What the picture's labels are shown in. */
export function useLabelLanguage(): LabelLanguage {
  return useApp(labelLanguageOf);
}

export function useThemeName(): 'light' | 'dark' {
  return useApp(themeOf);
}

export function useT(): Translate {
  const language = useLanguage();
  return useSyncExternalStore(onMessages, () => translator(language));
}

/** The document of this subtree. Panels and canvas are only rendered when there is one. */
export function useOpenDocument(): OpenDocument {
  const open = useContext(DocumentContext);
  invariant(open !== null, 'canvas and panels are rendered inside DocumentContext');
  return open;
}

export function useEditor<T>(select: (state: EditorState) => T): T {
  return useStore(useOpenDocument().editor.store, select);
}

export function useView<T>(select: (state: ViewState) => T): T {
  return useStore(useOpenDocument().view, select);
}

export function useProblems<T>(select: (state: ProblemsState) => T): T {
  return useStore(useOpenDocument().problems.store, select);
}
