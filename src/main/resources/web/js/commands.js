// Offers slash commands while one is typed; arrows choose, Enter or Tab takes, Esc leaves.
import { el } from './dom.js';
import { model } from './model.js';

export class CommandMenu {
  constructor(box, id) {
    this.box = box;
    this.id = id;
    this.found = [];
    this.chosen = 0;
    this.node = el('ul', { class: 'commands', id, role: 'listbox', 'aria-label': 'Commands', 'data-testid': 'commands', hidden: true });
    box.setAttribute('aria-controls', id);
    box.setAttribute('aria-autocomplete', 'list');
  }

  get open() {
    return this.found.length > 0;
  }

  update() {
    const typed = this.box.value.toLowerCase();
    const shown = this.found.map((each) => each.name).join();
    this.found = /^\/\S*( \S*)?$/.test(typed)
      ? model.workspace.commands.filter((each) => each.name.toLowerCase().startsWith(typed) && each.name.toLowerCase() !== typed)
      : [];
    if (shown !== this.found.map((each) => each.name).join()) this.chosen = 0;
    this.draw();
  }

  draw() {
    this.node.hidden = !this.open;
    this.box.setAttribute('aria-expanded', String(this.open));
    this.node.replaceChildren(...this.found.map((each, index) =>
      el('li', {
        id: `${this.id}-${index}`, role: 'option', 'aria-selected': String(index === this.chosen),
        onmousedown: (event) => { event.preventDefault(); this.chosen = index; this.take(); },
      }, el('code', {}, each.name), el('span', {}, each.description.replaceAll('`', '')))));
    if (this.open) {
      this.box.setAttribute('aria-activedescendant', `${this.id}-${this.chosen}`);
      this.node.children[this.chosen].scrollIntoView({ block: 'nearest' });
    } else this.box.removeAttribute('aria-activedescendant');
  }

  take() {
    this.box.value = `${this.found[this.chosen].name} `;
    this.close();
    this.box.focus();
    this.box.dispatchEvent(new Event('input'));
  }

  close() {
    this.found = [];
    this.draw();
  }

  /** Whether the key was for the menu. */
  key(event) {
    if (!this.open) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      this.chosen = (this.chosen + step + this.found.length) % this.found.length;
      this.draw();
    } else if (event.key === 'Enter' || event.key === 'Tab') this.take();
    else if (event.key === 'Escape') this.close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }
}
