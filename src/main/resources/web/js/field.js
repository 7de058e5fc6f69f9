// One field of a window: its input, what is wrong with it, and how much room is left.
import { el } from './dom.js';

const NEAR = 0.8;
const count = new Intl.NumberFormat('en-US');
const LINE = /\bline (\d+)/i;

export class Field {
  /** `changed()` is told whenever something else stands in it. */
  constructor(spec, changed) {
    this.spec = spec;
    const id = `field-${spec.key}`;
    this.input = el(spec.lines ? 'textarea' : 'input', {
      id, placeholder: spec.hint, autocomplete: 'off', spellcheck: 'false', autocapitalize: 'off', 'aria-describedby': `${id}-fault`,
      'aria-required': String(!spec.optional), 'data-testid': id,
      ...(spec.lines ? { rows: 3, wrap: 'soft' } : { type: 'text' }),
    });
    this.input.value = spec.value;
    this.fault = el('p', { class: 'field-fault', id: `${id}-fault`, role: 'alert', 'data-testid': `${id}-fault` });
    this.where = el('span', { class: 'where', 'aria-hidden': 'true' });
    this.count = el('span', { class: 'count', 'data-testid': `${id}-count` });
    this.node = el('div', { class: 'field' },
      el('label', { for: id }, spec.label, spec.optional ? el('i', {}, ' (optional)') : ''),
      this.input, el('div', { class: 'field-end' }, this.fault, this.where, this.count));
    this.first = this.input.value;
    this.input.addEventListener('input', () => {
      this.blame('');
      this.fit();
      changed();
    });
    for (const event of ['keyup', 'click', 'focus', 'blur']) this.input.addEventListener(event, () => this.drawWhere());
  }

  get value() {
    return this.input.value;
  }

  get touched() {
    return this.value !== this.first;
  }

  /** Takes the focus with the cursor at the start, so that the first line is what is seen. */
  begin() {
    this.input.setSelectionRange(0, 0);
    this.input.focus({ preventScroll: true });
    this.input.scrollTop = 0;
    this.drawWhere();
  }

  /** As tall as its text, up to where it scrolls inside. */
  fit() {
    const { spec, input } = this;
    if (spec.lines) {
      const at = input.scrollTop;
      input.style.height = 'auto';
      input.style.height = `${input.scrollHeight + 2}px`;
      input.scrollTop = at;
    }
    const length = this.value.length;
    this.count.hidden = length < spec.longest * NEAR;
    this.count.textContent = `${count.format(length)} of ${count.format(spec.longest)}`;
    this.count.classList.toggle('over', length > spec.longest);
    this.drawWhere();
  }

  /** Faults name lines, so the line is told. */
  drawWhere() {
    const { input } = this;
    const shown = this.spec.lines && document.activeElement === input;
    const before = input.value.slice(0, input.selectionStart ?? 0);
    this.where.textContent = shown ? `Line ${before.split('\n').length} of ${input.value.split('\n').length}` : '';
  }

  /** What can be seen to be wrong without the server, or nothing. */
  slip() {
    if (!this.spec.optional && !this.value.trim()) return 'This is needed.';
    const over = this.value.length - this.spec.longest;
    return over > 0 ? `${count.format(over)} ${over === 1 ? 'character' : 'characters'} too many: at most ${count.format(this.spec.longest)} fit.` : '';
  }

  blame(sentence) {
    this.fault.textContent = sentence;
    if (sentence) this.input.setAttribute('aria-invalid', 'true');
    else this.input.removeAttribute('aria-invalid');
  }

  /** Puts the cursor where the fault is. */
  focusFault() {
    const line = Number(LINE.exec(this.fault.textContent)?.[1] ?? 0);
    const lines = this.value.split('\n');
    this.input.focus();
    if (!this.spec.lines || line < 1 || line > lines.length) return;
    const from = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    this.input.setSelectionRange(from, from + lines[line - 1].length);
    this.drawWhere();
  }
}
