// Offers slash commands while one is typed; arrows choose, Enter or Tab takes, Esc leaves.
import { get } from './api.js';
import { el } from './dom.js';
import { model, person } from './model.js';
import { parse, suggest } from './suggest.js';

/** How long the names of personas are taken as they are, in milliseconds. */
const FRESH = 10_000;
let names = [];
let asked = -Infinity;

/** The names may have changed since: they are asked for while a command is typed. */
async function freshNames() {
  if (performance.now() - asked < FRESH) return false;
  asked = performance.now();
  try {
    names = (await get('/api/personas')).personas;
    return true;
  } catch {
    return false;
  }
}

/** The words of a command, and more quietly what may follow. */
const usage = ({ words, groups }) => el('code', {}, words, groups.length ? el('i', {}, ` ${groups.join(' ')}`) : '');
const about = ({ description, admin }) => [
  description ? el('span', { class: 'about' }, description.replaceAll('`', '')) : null,
  admin && person(model.me).standing !== 'admin' ? el('span', { class: 'for-admins' }, 'admins only') : null,
].filter(Boolean);

export class CommandMenu {
  constructor(box, id) {
    this.box = box;
    this.id = id;
    this.options = [];
    this.chosen = -1;
    this.signature = el('div', { class: 'signature', 'data-testid': 'signature' });
    this.list = el('ul', { id, role: 'listbox', 'aria-label': 'Commands' });
    this.node = el('div', { class: 'commands', 'data-testid': 'commands', hidden: true }, this.signature, this.list);
    box.setAttribute('aria-controls', id);
    box.setAttribute('aria-autocomplete', 'list');
  }

  update() {
    this.read();
    if (this.box.value.startsWith('/')) freshNames().then((news) => news && document.activeElement === this.box && this.read());
  }

  read() {
    const commands = model.workspace.commands.map(parse);
    const { command, options, chosen } = suggest(commands, this.box.value, names);
    const same = options.map((each) => each.insert).join() === this.options.map((each) => each.insert).join();
    this.chosen = same && this.chosen >= 0 && chosen >= 0 ? this.chosen : chosen;
    this.command = command;
    this.options = options;
    this.draw();
  }

  draw() {
    const open = this.options.length > 0;
    this.node.hidden = !open && !this.command;
    this.box.setAttribute('aria-expanded', String(open));
    this.signature.hidden = !this.command;
    if (this.command) this.signature.replaceChildren(usage(this.command), ...about(this.command));
    this.list.hidden = !open;
    this.list.replaceChildren(...this.options.map((each, index) => this.option(each, index)));
    if (this.chosen >= 0) {
      this.box.setAttribute('aria-activedescendant', `${this.id}-${this.chosen}`);
      this.list.children[this.chosen].scrollIntoView({ block: 'nearest' });
    } else this.box.removeAttribute('aria-activedescendant');
  }

  option(each, index) {
    return el('li', {
      id: `${this.id}-${index}`, role: 'option', 'aria-selected': String(index === this.chosen),
      onmousedown: (event) => {
        event.preventDefault();
        this.take(index);
      },
    }, usage(each), ...about(each));
  }

  take(index) {
    this.box.value = `${this.options[index].insert} `;
    this.box.focus();
    this.box.dispatchEvent(new Event('input'));
  }

  close() {
    this.options = [];
    this.command = undefined;
    this.chosen = -1;
    this.draw();
  }

  /** Whether the key was for the menu. */
  key(event) {
    if (this.node.hidden) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const many = this.options.length;
    if (step && many > 0) {
      this.chosen = this.chosen < 0 ? (step > 0 ? 0 : many - 1) : (this.chosen + step + many) % many;
      this.draw();
    } else if (event.key === 'Tab' && !event.shiftKey && many > 0) this.take(Math.max(0, this.chosen));
    else if (event.key === 'Enter' && this.chosen >= 0) this.take(this.chosen);
    else if (event.key === 'Escape') this.close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }
}
