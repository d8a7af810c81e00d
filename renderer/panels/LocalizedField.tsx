import { type Language, languages } from '../../shared/i18n/language';
import { isSameText, type LocalizedText, textIn, withTextIn } from '../../shared/model/localizedText';
import { Hint } from '../chrome/Hint';
import { Icon } from '../chrome/Icon';
import { TextArea, TextField } from '../chrome/TextField';
import { useLanguage, useT } from '../state/hooks';
import { commonOf, mixed, valueOrNull } from './common';
import styles from './LocalizedField.module.css';
import { Section } from './Section';

type Update = (old: LocalizedText) => LocalizedText;

/**
 * A text of one or several records: one field for all languages, or one per language, with the switch between both in
 * its title. `onChange` is handed what to do with each record's own text, so that other languages stay as they are.
 */
export function LocalizedField({
  title,
  texts,
  placeholder,
  lines = 'label',
  suggestions,
  autoFocus = false,
  isLive = false,
  isFormatted = false,
  maxLength,
  onChange,
  onEnter,
}: {
  readonly title: string;
  readonly texts: readonly LocalizedText[];
  readonly placeholder?: string;
  /** `one` line; a `label`, where Enter commits and Shift+Enter breaks the line; `many`, where Enter breaks. */
  readonly lines?: 'one' | 'label' | 'many';
  /** Offered while typing; only for `one`. */
  readonly suggestions?: readonly string[];
  readonly autoFocus?: boolean;
  /** Every letter is a change; only for `one`. */
  readonly isLive?: boolean;
  readonly maxLength?: number;
  /** May hold markup; not for `one`. */
  readonly isFormatted?: boolean;
  readonly onChange: (update: Update) => void;
  /** Enter was pressed in the text; only for `one`. */
  readonly onEnter?: () => void;
}) {
  const t = useT();
  const current = useLanguage();
  const isSplit = texts.some((text) => typeof text !== 'string');
  const shared = commonOf(texts, (text) => text, isSameText);
  const switchLabel = t(isSplit ? 'inspector.oneText' : 'inspector.perLanguage');

  function toggle(): void {
    onChange((old) => (isSplit ? textIn(old, current) : { [current]: textIn(old, current) }));
  }

  function field(language: Language | null) {
    const wordsOf = (text: LocalizedText) => (typeof text === 'string' ? text : (text[language ?? current] ?? ''));
    const props = {
      label: language === null ? title : `${title} (${t(`language.${language}`)})`,
      value: valueOrNull(commonOf(texts, wordsOf)) ?? '',
      placeholder: shared === mixed ? t('panel.mixed') : placeholder,
      suffix: language === null ? undefined : t(`language.${language}`),
      lang: language ?? undefined,
      autoFocus: autoFocus && (language === null || language === current),
      ...(maxLength === undefined ? {} : { maxLength }),
      onCommit: (value: string) =>
        onChange((old) => (language === null ? value : withTextIn(splitText(old, current), language, value))),
    };
    const key = language ?? 'all';
    if (lines === 'one')
      return <TextField key={key} {...props} isLive={isLive} suggestions={suggestions} onEnter={onEnter} />;
    return (
      <TextArea
        key={key}
        {...props}
        isFormatted={isFormatted}
        enterBreaks={lines === 'many'}
        minRows={lines === 'many' ? 2 : 1}
      />
    );
  }

  return (
    <Section
      title={title}
      aside={
        <Hint text={switchLabel} side="left">
          <button
            type="button"
            className={styles.switch}
            aria-label={`${title}: ${switchLabel}`}
            aria-pressed={isSplit}
            onClick={toggle}
          >
            <Icon name="languages" size={14} />
          </button>
        </Hint>
      }
    >
      {isSplit ? languages.map((language) => field(language)) : field(null)}
    </Section>
  );
}

/** A single text becomes the current language's when one language of it is typed, so that it does not speak for both. */
function splitText(text: LocalizedText, current: Language): LocalizedText {
  return typeof text === 'string' ? { [current]: text } : text;
}
