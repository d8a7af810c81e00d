export const exportMessages = {
  'roleColor.indigo': 'Indigo',
  'roleColor.green': 'Green',
  'roleColor.orange': 'Orange',
  'roleColor.rose': 'Rose',
  'roleColor.violet': 'Violet',
  'roleColor.steel': 'Blue',
  'roleColor.plum': 'Plum',
  'roleColor.brown': 'Brown',
  'roleColor.haze': 'Grey blue',
  'roleColor.crimson': 'Crimson',
  'roleColor.lavender': 'Lavender',
  'roleColor.salmon': 'Salmon',
  'exporter.png': 'PNG picture',
  'exporter.svg': 'SVG drawing',
  'export.error.empty': 'There is nothing to export yet. Add something to the diagram first.',
  'export.error.tooLarge':
    'The picture would be {widthPx} × {heightPx} pixels; at most {limitMegapixels} megapixels are possible. Choose a smaller scale.',
  'export.error.failed': 'The picture could not be made ({cause}).',
  'cli.seeHelp': 'See: roleweave --help',
  'cli.unknownOption': 'the option “{option}” is unknown or incomplete.',
  'cli.noCommand': 'say what to do, for example: roleweave export FILE -o OUT.png',
  'cli.unknownCommand': 'there is no command “{command}”; there is “export”.',
  'cli.noFiles': 'say which files to export.',
  'cli.noOutput': 'say where to write with -o, for example: -o OUT.png',
  'cli.badValue': '“{value}” is not possible for {option}; possible: {allowed}.',
  'cli.oneOutput': 'several files cannot all become “{output}”. Name a folder (-o pictures/) or a pattern with {name}.',
  'cli.unknownFormat': '“{output}” does not say a format. Use one of these as extension or with --format: {formats}.',
  'cli.sameOutput': '“{first}” and “{second}” would both become “{output}”.',
  'cli.overInput': '“{output}” is one of the files to export; it would be overwritten.',
  'cli.noFolder': 'the folder “{folder}” could not be made ({code}).',
  'cli.warning': 'warning:',
  'cli.help': `Usage: roleweave export FILE… -o OUT [options]

Makes pictures of Roleweave projects without opening a window.

  -o, --output OUT     a file (.png or .svg), a folder, or a pattern such as out/{name}.png
      --format FORMAT  png or svg, for a folder (default: png)
      --scale N        pixels per unit, 0.1 to 8 (default: 2)
      --margin N       free space around the drawing in units, 0 to 1000 (default: 24)
      --lang LANG      ko, en or both: language of the picture and, but for both, of messages
                       (default: the system’s)
      --theme THEME    light or dark (default: light)
      --transparent    no background
  -h, --help           shows this help
  -v, --version        shows the version

Several files go into a folder (-o pictures/) or a pattern with {name}.
Exit code: 0 done, 1 something failed (the reason is on standard error), 2 wrong usage.`,
} as const;
