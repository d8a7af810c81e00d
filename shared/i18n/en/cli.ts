export const cliMessages = {
  'cli.seeHelp': 'See: roleweave --help',
  'cli.unknownOption': 'the option “{option}” is unknown or incomplete.',
  'cli.noCommand': 'say what to do, for example: roleweave export FILE -o OUT.png',
  'cli.unknownCommand': 'there is no command “{command}”; there are: {commands}.',
  'cli.noFiles': 'say which files to export.',
  'cli.noOutput': 'say where to write with -o, for example: -o OUT.png',
  'cli.badValue': '“{value}” is not possible for {option}; possible: {allowed}.',
  'cli.oneOutput': 'several files cannot all become “{output}”. Name a folder (-o pictures/) or a pattern with {name}.',
  'cli.unknownFormat': '“{output}” does not say a format. Use one of these as extension or with --format: {formats}.',
  'cli.sameOutput': '“{first}” and “{second}” would both become “{output}”.',
  'cli.overInput': '“{output}” is one of the files to export; it would be overwritten.',
  'cli.noFolder': 'the folder “{folder}” could not be made ({code}).',
  'cli.warning': 'warning:',
  'cli.check.none': 'no problems',
  'cli.check.noFiles': 'say which files to check.',
  'cli.check.help': `Usage: roleweave check FILE… [--json]

Lists what is wrong with how the work is shared out: steps without a role, dead ends,
hand-offs without content and more. The same list as in the window.

      --json           as JSON, for programs`,
  'cli.diff.oneForm': 'choose one of --json and --markdown.',
  'cli.diff.twoFiles': 'say which two files to compare.',
  'cli.diff.help': `Usage: roleweave diff BEFORE AFTER [--json | --markdown]

Says what is different in two projects in plain words: steps that are somebody else's now,
hand-offs that came or went, roles, RACI and people. What only moved is counted.

      --json           as JSON, for programs
      --markdown       as Markdown, for reviews`,
  'cli.sheet.oneFile': 'say which file to read.',
  'cli.sheet.help': `Usage: roleweave sheet FILE [--role NAME]

Writes all that a project says of a role as Markdown: what it does in which stage, RACI,
what it receives and gives. Without --role, of every role.`,
  'cli.text.noFiles': 'say which files to write as text.',
  'cli.text.help': `Usage: roleweave text FILE…

Writes what projects say as lines of text, without where anything lies: for tools that
compare lines, such as git diff.`,
  'cli.help.common': `Every command takes:
      --lang LANG      ko or en: language of messages (default: the system’s)
  -h, --help           shows this help, or that of one command
  -v, --version        shows the version

Exit code: 0 done, 1 something failed (the reason is on standard error), 2 wrong usage,
3 check has found problems, or diff differences.`,
  'cli.noRole': 'There is no role “{role}”. There are: {known}.',
  'cli.export.help': `Usage: roleweave export FILE… -o OUT [options]

Makes pictures of Roleweave projects without opening a window.

  -o, --output OUT     a file (.png, .svg or .pdf), a folder, or a pattern such as out/{name}.png
      --format FORMAT  png, svg or pdf, for a folder (default: png)
      --scale N        pixels per unit of a PNG or SVG, 0.1 to 8 (default: 2)
      --paper PAPER    of a PDF: picture (its own size), a4 or a3 (default: picture)
      --margin N       free space around the drawing in units, 0 to 1000 (default: 24)
      --role NAME      through the eyes of this role: everything else is faded
      --lang LANG      ko, en or both: language of the picture
      --theme THEME    light or dark (default: light)
      --transparent    no background
      --names          name who takes the roles
      --view VIEW      roles, stages or grid: in lanes by role, by stage, or roles × stages
      --legend         list the roles in use below the drawing; --no-legend leaves them
                       out (default: as the project says)

Several files go into a folder (-o pictures/) or a pattern with {name}.`,
} as const;
