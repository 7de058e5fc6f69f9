// The box at the bottom. What was typed stays until the server has taken it.
import { channelPath, insist } from './api.js';
import { CommandMenu } from './commands.js';
import { el, newId } from './dom.js';
import { model } from './model.js';
import { hint, notify, replied } from './private.js';

const TALLEST = 240;

export class Composer {
  /** `place()` gives { channel, thread }, `said(message)` is told what was taken. */
  constructor(node, name, place, said) {
    this.place = place;
    this.said = said;
    this.failed = null;
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
    this.failed = null;
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

  /** The same text that may have been taken is sent under the same id, so that it stands once. */
  async say({ channel, thread }, text) {
    const again = this.failed?.text === text && this.failed.thread === thread && this.failed.channel === channel;
    const id = again ? this.failed.id : newId();
    try {
      const answer = await insist('POST', `${channelPath(channel)}/messages`, { id, author: model.me, text, thread }, () => this.waiting());
      this.failed = null;
      if (answer.hint) hint(answer.message.id, answer.hint);
      this.said(answer.message);
    } catch (fault) {
      this.failed = fault.code === 'unavailable' ? { id, text, channel, thread } : null;
      throw fault;
    }
  }

  async command({ channel, thread }, text) {
    const answer = await insist('POST', `${channelPath(channel)}/commands`, { author: model.me, text, thread }, () => this.waiting());
    replied(channel, thread, text.trim(), answer.text);
    this.said(null);
  }
}
