import { defaultExportOptions, type ExportOptions, type ExportTools } from '../../../shared/export/exporter';
import { exportFormats } from '../../../shared/export/index';
import { MAX_MARGIN_PX, MAX_SCALE, MIN_SCALE } from '../../../shared/export/limits';
import { papers } from '../../../shared/export/pdfPage';
import { viewIds } from '../../../shared/layout/views/index';
import { labelLanguages } from '../../../shared/model/localizedText';
import { themeNames } from '../../../shared/scene/theme';
import { err, ok, type Result } from '../../../shared/util/result';
import { paintPdf } from '../../node/paintPdf';
import { rasterize } from '../../node/rasterize';
import { inRange, oneOf, textOf } from '../optionValues';
import { type Command, type CommandContext, exitCodes, type OptionValues } from './command';
import { exportFiles } from './exportFiles';
import { jobsOf } from './exportJobs';

/** Makes pictures of projects. */
export const exportCommand: Command = {
  help: (t) => t('cli.export.help', { name: '{name}' }),
  options: {
    output: { type: 'string', short: 'o' },
    format: { type: 'string' },
    scale: { type: 'string' },
    margin: { type: 'string' },
    paper: { type: 'string' },
    theme: { type: 'string' },
    transparent: { type: 'boolean' },
    role: { type: 'string' },
    names: { type: 'boolean' },
    view: { type: 'string' },
    legend: { type: 'boolean' },
    'no-legend': { type: 'boolean' },
  },
  async run(files, values, context) {
    const { assets, terminal, t } = context;
    if (files.length === 0) return err(t('cli.noFiles'));
    const output = textOf(values, 'output');
    if (output === undefined || output === '') return err(t('cli.noOutput'));
    const options = optionsOf(values, context);
    if (!options.ok) return options;
    const format = oneOf(values, 'format', exportFormats, t);
    if (!format.ok) return format;
    const jobs = await jobsOf({ files, output, format: format.value }, t);
    if (!jobs.ok) return jobs;
    const view = oneOf(values, 'view', viewIds, t);
    if (!view.ok) return view;
    const tools: ExportTools = {
      encodeUtf8: (text) => Buffer.from(text, 'utf8'),
      rasterize: (svg, scale) => rasterize(svg, scale, assets),
      paintPdf: (drawing) => paintPdf(drawing, assets),
    };
    const failed = await exportFiles(
      jobs.value,
      { options: options.value, role: textOf(values, 'role') ?? null, view: view.value },
      tools,
      terminal,
      t,
    );
    return ok(failed === 0 ? exitCodes.done : exitCodes.failed);
  },
};

/** As each project says, unless the line says it. */
function legendOf(values: OptionValues): Pick<ExportOptions, 'legend'> {
  if (values['no-legend'] === true) return { legend: false };
  return values.legend === true ? { legend: true } : {};
}

function optionsOf(values: OptionValues, { language, t }: CommandContext): Result<ExportOptions, string> {
  const lang = oneOf(values, 'lang', labelLanguages, t);
  if (!lang.ok) return lang;
  const theme = oneOf(values, 'theme', themeNames, t);
  if (!theme.ok) return theme;
  const scale = inRange(values, 'scale', MIN_SCALE, MAX_SCALE, t);
  if (!scale.ok) return scale;
  const marginPx = inRange(values, 'margin', 0, MAX_MARGIN_PX, t);
  if (!marginPx.ok) return marginPx;
  const paper = oneOf(values, 'paper', papers, t);
  if (!paper.ok) return paper;
  return ok({
    language: lang.value ?? language,
    theme: theme.value ?? defaultExportOptions.theme,
    scale: scale.value ?? defaultExportOptions.scale,
    marginPx: marginPx.value ?? defaultExportOptions.marginPx,
    names: values.names === true,
    ...legendOf(values),
    ...(paper.value === null ? {} : { paper: paper.value }),
    background: values.transparent === true ? 'transparent' : defaultExportOptions.background,
  });
}
