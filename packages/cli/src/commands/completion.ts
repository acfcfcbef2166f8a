import { Argument, type Command } from 'commander';

/** `airworthy completion <shell>`: a script that completes commands and options, made from the program itself. */
export function addCompletion(program: Command): void {
  program
    .command('completion')
    .description('print a completion script for a shell')
    .addArgument(new Argument('<shell>').choices(['bash', 'zsh', 'fish']))
    .addHelpText(
      'after',
      '\nExamples:\n  airworthy completion bash >> ~/.bashrc\n  airworthy completion zsh > ~/.zfunc/_airworthy\n  airworthy completion fish > ~/.config/fish/completions/airworthy.fish',
    )
    .action((shell: 'bash' | 'zsh' | 'fish') => {
      const commands = program.commands.map((command) => ({
        name: command.name(),
        says: command.description(),
        options: command.options.map((option) => ({
          flag: option.long!,
          says: option.description,
          values: option.argChoices ?? [],
        })),
      }));
      process.stdout.write(SCRIPTS[shell](commands));
    });
}

interface Completed {
  readonly name: string;
  readonly says: string;
  readonly options: readonly {
    readonly flag: string;
    readonly says: string;
    /** The names that it takes, where they are few and known. */
    readonly values: readonly string[];
  }[];
}

const SCRIPTS = {
  bash: (commands: readonly Completed[]) => `_airworthy() {
  local word="\${COMP_WORDS[COMP_CWORD]}"
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map((c) => c.name).join(' ')} --help --version" -- "$word")); return
  fi
  case "\${COMP_WORDS[1]} \${COMP_WORDS[COMP_CWORD-1]}" in
${commands.flatMap((c) => c.options.filter((o) => o.values.length > 0).map((o) => `    '${c.name} ${o.flag}') COMPREPLY=($(compgen -W "${o.values.join(' ')}" -- "$word")); return ;;`)).join('\n')}
  esac
  case "\${COMP_WORDS[1]}" in
${commands.map((c) => `    ${c.name}) [[ "$word" == -* ]] && COMPREPLY=($(compgen -W "${c.options.map((o) => o.flag).join(' ')} --help" -- "$word")) ;;`).join('\n')}
  esac
}
complete -o default -F _airworthy airworthy
`,
  zsh: (commands: readonly Completed[]) => `#compdef airworthy
_airworthy() {
  if (( CURRENT == 2 )); then
    local -a commands=(${commands.map((c) => `'${c.name}:${quoted(c.says)}'`).join(' ')})
    _describe command commands; return
  fi
  case "$words[2]" in
${commands.map((c) => `    ${c.name}) _arguments ${c.options.map((o) => `'${o.flag}[${quoted(o.says)}]${o.values.length > 0 ? `:name:(${o.values.join(' ')})` : ''}'`).join(' ')} '*:file:_files' ;;`).join('\n')}
  esac
}
_airworthy "$@"
`,
  fish: (commands: readonly Completed[]) =>
    `${commands
      .flatMap((c) => [
        `complete -c airworthy -n __fish_use_subcommand -a ${c.name} -d '${quoted(c.says)}'`,
        ...c.options.map(
          (o) =>
            `complete -c airworthy -n '__fish_seen_subcommand_from ${c.name}' -l ${o.flag.slice(2)}${o.values.length > 0 ? ` -x -a '${o.values.join(' ')}'` : ''} -d '${quoted(o.says)}'`,
        ),
      ])
      .join('\n')}\n`,
};

function quoted(text: string): string {
  return text.replace(/'/g, '’').replace(/[[\]:]/g, (mark) => `\\${mark}`);
}
