// A window to fill in. It stays open, with all that was typed, until the server has taken it.
import { channelPath, post, Unreachable } from './api.js';
import { spinner } from './choices.js';
import { byId, el, newId } from './dom.js';
import { Field } from './field.js';
import { render } from './markdown.js';
import { model } from './model.js';

const AWAY = 'Parley does not answer just now. What you typed is kept: try again in a moment.';
const KEY = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘ Enter' : 'Ctrl Enter';

class Window {
  constructor(place, form, done) {
    Object.assign(this, { place, form, done, author: model.me, id: newId(), busy: false });
    this.node = byId('window');
    this.fields = form.fields.map((spec) => new Field(spec, () => { this.id = newId(); }));
    this.said = el('div', { class: 'window-said', role: 'alert', 'data-testid': 'window-said', hidden: true });
    this.foot = el('footer', { class: 'window-foot' });
    this.send = el('button', { type: 'button', class: 'choice primary', 'data-testid': 'window-submit', onclick: () => this.submit() }, form.submit);
    this.ends = new AbortController();
  }

  open() {
    const { node, form, fields } = this;
    const tall = fields.filter((each) => each.spec.lines).sort((one, other) => other.spec.longest - one.spec.longest);
    tall[0]?.input.classList.add('longest');
    node.classList.toggle('wide', tall.length > 0);
    node.classList.toggle('several', tall.length > 1);
    node.replaceChildren(
      el('header', { class: 'window-head' }, el('h2', { id: 'window-title' }, form.title),
        el('button', { type: 'button', class: 'icon', 'aria-label': 'Close', title: 'Close (Esc)', onclick: () => this.leave() }, '✕')),
      el('div', { class: 'window-body', tabindex: '-1' }, ...fields.map((each) => each.node)), this.said, this.foot);
    this.drawFoot();
    const { signal } = this.ends;
    node.addEventListener('keydown', (event) => this.key(event), { signal });
    node.addEventListener('cancel', (event) => {
      event.preventDefault();
      this.leave();
    }, { signal });
    this.opener = document.activeElement;
    node.showModal();
    fields.forEach((each) => each.fit());
    fields[0]?.begin();
  }

  key(event) {
    event.stopPropagation();
    if (event.key === 'Escape' && !event.isComposing) {
      event.preventDefault();
      if (this.asking) this.ask(false);
      else this.leave();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.submit();
    }
  }

  /** Closes, after a question when something would be lost. */
  leave() {
    if (this.busy) return;
    if (this.fields.some((each) => each.touched)) this.ask(true);
    else this.close();
  }

  /** The usual buttons, and those that ask whether to go; the others are hidden. */
  drawFoot() {
    const button = (className, testId, words, onclick) => el('button', { type: 'button', class: `choice ${className}`, 'data-testid': testId, onclick }, words);
    this.stay = button('plain', 'window-keep', 'Keep editing', () => this.ask(false));
    this.usual = [el('p', { class: 'keys' }, el('kbd', {}, KEY), ` to ${this.form.submit.toLowerCase()}`), el('span', { class: 'spacer' }),
      button('plain', 'window-cancel', 'Cancel', () => this.leave()), this.send];
    this.sure = [el('p', { class: 'sure' }, 'Discard what you typed?'), this.stay,
      button('danger', 'window-discard', 'Discard', () => this.close())];
    this.foot.append(...this.usual, ...this.sure);
    this.ask(false);
  }

  ask(asking) {
    this.asking = asking;
    if (asking) this.before = document.activeElement;
    for (const each of this.usual) each.hidden = asking;
    for (const each of this.sure) each.hidden = !asking;
    if (asking) this.stay.focus();
    else this.before?.focus();
  }

  /** Closing gives back the focus, but Chromium leaves the cursor behind: blurred first, it comes too. */
  close() {
    this.ends.abort();
    this.node.close();
    this.node.replaceChildren();
    this.opener.blur();
    this.opener.focus();
  }

  async submit() {
    if (this.busy) return;
    if (this.asking) this.ask(false);
    this.say('');
    const slips = Object.fromEntries(this.fields.map((each) => [each.spec.key, each.slip()]).filter(([, slip]) => slip));
    if (Object.keys(slips).length > 0) this.refuse({ faults: slips, text: '' });
    else await this.hand();
  }

  async hand() {
    this.hold(true);
    const values = Object.fromEntries(this.fields.map((each) => [each.spec.key, each.value]));
    const { id, author, form, place } = this;
    try {
      const answer = await post(`${channelPath(place.channel)}/forms`, { id, author, thread: place.thread, form: form.id, values });
      this.id = newId();
      this.hold(false);
      if (answer.done) {
        this.close();
        this.done(answer.text);
      } else this.refuse(answer);
    } catch (fault) {
      this.hold(false);
      this.say(fault instanceof Unreachable ? AWAY : fault.message);
    }
  }

  hold(busy) {
    this.busy = busy;
    this.node.setAttribute('aria-busy', String(busy));
    for (const each of this.fields) each.input.readOnly = busy;
    this.send.setAttribute('aria-disabled', String(busy));
    this.send.setAttribute('aria-busy', String(busy));
    if (busy) this.send.prepend(spinner());
    else this.send.querySelector('.spin')?.remove();
  }

  /** Each fault stands at its field; the text only where it says more than they do. */
  refuse({ faults, text }) {
    for (const each of this.fields) each.blame(faults[each.spec.key] ?? '');
    const shown = this.fields.map((each) => each.fault.textContent).filter((each) => each);
    this.say(text);
    for (const each of this.said.querySelectorAll('li, p')) if (shown.includes(each.textContent.trim())) each.remove();
    for (const each of this.said.querySelectorAll('ul:not(:has(li))')) each.remove();
    this.said.hidden = !this.said.textContent.trim();
    this.fields.find((each) => faults[each.spec.key])?.focusFault();
  }

  say(text) {
    const body = el('div', { class: 'markdown' });
    render(body, text);
    this.said.replaceChildren(body);
    this.said.hidden = !text;
  }
}

/** Opens the form as a window over the page; `done(text)` is told once it was taken. */
export function openWindow(place, form, done) {
  new Window(place, form, done).open();
}
