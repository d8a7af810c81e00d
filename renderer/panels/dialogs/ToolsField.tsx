import { type LocalizedText, textIn, withTextIn } from '../../../shared/model/localizedText';
import { TextArea } from '../../chrome/TextField';
import { useLanguage, useT } from '../../state/hooks';
import { Section } from '../Section';

/** The tools of a role, one a line, in the language shown. */
export function ToolsField({
  tools,
  onChange,
}: {
  readonly tools: readonly LocalizedText[];
  readonly onChange: (tools: readonly LocalizedText[]) => void;
}) {
  const t = useT();
  const language = useLanguage();

  function parseLines(text: string): readonly LocalizedText[] {
    const lines = text.split('\n').map((line) => line.trim());
    const names = lines.filter((line) => line !== '');
    const isReworded = names.length === tools.length;
    return names.map((name, index) => {
      // A tool keeps its names in other languages: one that moved is found by its name, a reworded one by its place.
      const same = tools.find((tool) => textIn(tool, language) === name);
      const placed = isReworded ? tools[index] : undefined;
      return same ?? (placed === undefined ? name : withTextIn(placed, language, name));
    });
  }

  return (
    <Section title={t('role.tools')}>
      <TextArea
        label={t('role.tools')}
        value={tools.map((tool) => textIn(tool, language)).join('\n')}
        placeholder={t('role.tools.hint')}
        enterBreaks
        onCommit={(text) => onChange(parseLines(text))}
      />
    </Section>
  );
}
