// What can be typed next in a slash command; nothing but rules.

const NAME = /^[<[](name|persona)[>\]]$/;
const NEW = /\bnew$/;

/** A command's usage, such as `/persona set <name> [for channel|thread]`, taken apart. */
export function parse({ usage, description, admin }) {
  const at = usage.search(/ [<[]/);
  const words = at < 0 ? usage : usage.slice(0, at);
  return { words, groups: at < 0 ? [] : usage.slice(at).match(/[<[][^\]>]*[\]>]/g) ?? [], description, admin };
}

/** The command that was typed whole, with the most words, or nothing. */
function typedCommand(commands, typed) {
  return commands.filter((each) => `${typed} `.startsWith(`${each.words} `))
    .sort((one, other) => other.words.length - one.words.length)[0];
}

function beginnings(commands, typed) {
  const word = typed.slice(1).trim();
  const first = commands.filter((each) => each.words.startsWith(typed) && each.words !== typed.trimEnd());
  const inside = word.length < 2 ? [] : commands.filter((each) => !first.includes(each) && each.words.split(' ').slice(1).some((part) => part.startsWith(word)));
  return [...first, ...(typed.includes(' ') ? [] : inside)].map((each) => ({ ...each, insert: each.words }));
}

/** `[for channel|thread]` as what can be typed: `for channel`, `for thread`. Single words stand for something. */
function phrases(group) {
  const [first, ...others] = group.slice(1, -1).split('|');
  const before = first.slice(0, first.lastIndexOf(' ') + 1);
  return before ? [first, ...others.map((each) => before + each)].filter((each) => /^[a-z ]+$/.test(each)) : [];
}

/** The longest end of what was typed with which the phrase begins. */
function overlap(phrase, words) {
  for (let from = 0; from <= words.length; from++) {
    const end = words.slice(from).join(' ');
    if (phrase.startsWith(end)) return end;
  }
  return '';
}

function following(command, rest, names) {
  const start = `${command.words} `;
  const words = rest.split(' ');
  if (words.length === 1 && NAME.test(command.groups[0] ?? '') && !NEW.test(command.words)) {
    return names.filter(({ name }) => name.startsWith(rest) && name !== rest)
      .map(({ name, description }) => ({ words: name, groups: [], description, insert: start + name }));
  }
  return command.groups.flatMap((group, index) => {
    const all = phrases(group);
    if (words.length <= index || (group[0] === '<' && words.length !== index + 1)) return [];
    if (all.some((each) => ` ${rest} `.includes(` ${each} `))) return [];
    return all.flatMap((each) => {
      const end = overlap(each, words);
      const whole = rest.slice(0, rest.length - end.length);
      return end || rest === '' || rest.endsWith(' ') ? [{ words: each, groups: [], description: '', insert: start + whole + each }] : [];
    });
  });
}

/**
 * What to offer for what was typed: the command that it is, the options, and whether the first of
 * them is meant when Enter is pressed.
 */
export function suggest(commands, typed, names) {
  if (!/^\/[^\n]*$/.test(typed)) return { command: undefined, options: [], chosen: -1 };
  const line = typed.toLowerCase();
  const command = typedCommand(commands, line.trimEnd());
  const words = beginnings(commands, line);
  const inArguments = command && line.length > command.words.length;
  const rest = inArguments ? line.slice(command.words.length + 1) : '';
  const options = inArguments && words.length === 0 ? following(command, rest, names) : words;
  const begun = command ? rest !== '' && !rest.endsWith(' ') : true;
  const goesOn = inArguments && words.length > 0;
  return { command: goesOn ? undefined : command, options, chosen: options.length > 0 && begun ? 0 : -1 };
}
