// The box at the bottom. What was typed stays until the server has taken it.
import { channelPath, insist, pause } from './api.js';
import { CommandMenu } from './commands.js';
import { el, newId } from './dom.js';
import { model } from './model.js';
import { answered, failure, hint, notify, pending } from './private.js';

const TALLEST = 240;

/** A command that takes longer than this, in milliseconds, lets go of the box. */
const LONG = 1200;

/**
 * A message on its way. Until the server has taken or refused it, the same text in the same place
 * goes under the same id, also after a reload, so that it stands in the thread once.
 */
class Sending {
  constructor(channel, thread, text) {
    this.key = `parley.sending.${channel}.${thread}`;
    const before = JSON.parse(sessionStorage.getItem(this.key) ?? 'null');
    this.id = before?.text === text ? before.id : newId();
    sessionStorage.setItem(this.key, JSON.stringify({ id: this.id, text }));
  }

  over() {
    sessionStorage.removeItem(this.key);
  }
}

export class Composer {
  /** `place()` gives { channel, thread }, `said(message)` is told what was taken. */
  constructor(node, name, place, said) {
    this.place = place;
    this.said = said;
    this.box = el('textarea', { rows: 1, 'aria-label': name, 'data-testid': 'composer-text', enterkeyhint: 'send', role: 'combobox', 'aria-expanded': 'false' });
    this.send = el('button', { type: 'button', class: 'send', 'data-testid': 'send', 'aria-label': 'Send', title: 'Send (Enter)', onclick: () => this.submit() }, '↑');
    this.fault = el('p', { class: 'fault', role: 'alert', 'data-testid': 'composer-fault', hidden: true });
    this.menu = new CommandMenu(this.box, `${node.id}-commands`);
    node.append(this.menu.node, this.fault, el('div', { class: 'box' }, this.box, this.send));
    this.box.addEventListener('input', () => this.typed());
    this.box.addEventListener('blur', () => this.menu.close());
    this.box.addEventListener('keydown', (event) => {
      if (this.menu.key(event)) return;
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.submit();
      }
    });
    addEventListener('resize', () => this.fit());
    this.fit();
  }

  get key() {
    const { channel, thread } = this.place();
    return `parley.draft.${channel}.${thread}`;
  }

  typed() {
    this.store();
    this.fit();
    this.menu.update();
  }

  store() {
    if (this.box.value) sessionStorage.setItem(this.key, this.box.value);
    else sessionStorage.removeItem(this.key);
  }

  /** Brings back what was typed in this place before. */
  restore(placeholder) {
    this.box.placeholder = placeholder;
    this.box.value = sessionStorage.getItem(this.key) ?? '';
    this.explain('');
    this.fit();
  }

  fit() {
    this.box.style.height = 'auto';
    this.box.style.height = `${Math.min(TALLEST, this.box.scrollHeight)}px`;
    this.box.classList.toggle('tall', this.box.scrollHeight > TALLEST);
    this.send.disabled = this.busy || !this.box.value.trim();
  }

  explain(sentence) {
    this.fault.textContent = sentence;
    this.fault.hidden = !sentence;
  }

  async submit() {
    const text = this.box.value;
    if (this.busy || !text.trim()) return;
    this.hold(true);
    const place = this.place();
    const key = this.key;
    try {
      if (text.startsWith('/')) await this.command(place, text);
      else await this.say(place, text);
      sessionStorage.removeItem(key);
      if (this.key === key) this.box.value = '';
      this.explain('');
    } catch (fault) {
      if (this.key === key) this.explain(fault.message);
      else notify(place.channel, place.thread, fault.message);
    } finally {
      this.hold(false);
    }
  }

  hold(busy) {
    this.busy = busy;
    this.box.readOnly = busy;
    this.fit();
  }

  waiting() {
    this.explain('Parley does not answer. The message is sent as soon as it is back.');
  }

  async say({ channel, thread }, text) {
    const sending = new Sending(channel, thread, text);
    try {
      const answer = await insist('POST', `${channelPath(channel)}/messages`, { id: sending.id, author: model.me, text, thread }, () => this.waiting());
      sending.over();
      if (answer.hint) hint(answer.message.id, answer.hint);
      this.said(answer.message);
    } catch (fault) {
      if (fault.code !== 'unavailable') sending.over();
      throw fault;
    }
  }

  async command(place, text) {
    let away = false;
    const asked = insist('POST', `${channelPath(place.channel)}/commands`, { author: model.me, text, thread: place.thread }, () => {
      away = true;
      this.waiting();
    });
    const words = text.trim();
    const soon = await Promise.race([asked, pause(LONG)]);
    if (soon || away) answered(place, words, soon ?? await asked);
    else asked.catch(failure).then(pending(place, words));
    this.said(null);
  }
}
